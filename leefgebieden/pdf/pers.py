"""The page while it is being fitted: what leaves it, in which order, and what may come back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from leefgebieden.domain.notitie import Soort as NotitieSoort
from leefgebieden.domain.samenvatting import Gebied, Opmaak, Regel, Samenvatting
from leefgebieden.domain.voet import list_teksten, write_voet
from leefgebieden.pdf.blad import Blad
from leefgebieden.pdf.blok import afspraken, eromheen, spiegel, stem
from leefgebieden.pdf.blok.voet import break_legenda, build_voet
from leefgebieden.pdf.letters import TEKST, load_breedtes
from leefgebieden.pdf.sheet import BOVEN, LINKS, ONDER_AAN, VOL, Blok, Inhoud
from leefgebieden.pdf.vast import GAT_TIJDLIJN, Inhouden, Vast, share_rest
from leefgebieden.pdf.zetsel import Zetregel

AFSPRAKEN_TEN_MINSTE = 4
_PER_CEL = 3
_TERUG_HOOGUIT = 20
"""How many notities of a kind are tried again: it is one page."""
_EINDE_DER_TIJDEN = datetime.max.replace(tzinfo=UTC)


class Pers:
    """The page while it is being fitted: `werk` holds everything but the mirror's notities, `cellen` holds those."""

    def __init__(self, samenvatting: Samenvatting) -> None:
        self.alles = samenvatting
        self.werk = samenvatting
        self.opmaak = samenvatting.opmaak or Opmaak()
        self.cellen: dict[tuple[int, NotitieSoort], list[Regel]] = {}
        for nr, gebied in enumerate(samenvatting.gebieden):
            self.cellen[nr, NotitieSoort.KRACHT] = list(gebied.kracht)
            self.cellen[nr, NotitieSoort.LASTIG] = list(gebied.lastig)
        self._gezet: dict[tuple[str, bool], tuple[Zetregel, ...]] = {}
        self._vast: Vast | None = None
        self._inhouden: Inhouden | None = None
        self._voeten: dict[tuple[str, str], Inhoud] = {}
        stand_in = not load_breedtes(TEKST.letter).keys() >= set().union(*list_teksten(samenvatting))
        self._legenda = break_legenda(samenvatting.legenda, stand_in=stand_in)

    # What can leave the page, in the order of schermen.md 4

    def start_afresh(self) -> None:
        """Take out what is too long for any page, hold the balance, and begin with the first afspraken."""
        self.opmaak = Opmaak()
        te_lang = 0
        for cel in self.cellen.values():
            past = [regel for regel in cel if len(self._set(regel)) <= spiegel.REGELS_HOOGUIT]
            te_lang += len(cel) - len(past)
            cel[:] = past
        self._change(
            te_lang=self.werk.te_lang + te_lang,
            afspraken=self.alles.afspraken[:AFSPRAKEN_TEN_MINSTE],
        )
        if self.werk.eigen_woorden and not stem.past_eigen_woorden(self.werk.eigen_woorden):
            self._leave_out_woorden()
        while self._count(NotitieSoort.KRACHT) < min(self.alles.opgeschreven.kracht, self._count(NotitieSoort.LASTIG)):
            self._drop(NotitieSoort.LASTIG, meer_dan=0, ook_gekozen=True)

    def make_room(self) -> Iterator[None]:
        """One step at a time; whoever asks stops as soon as the page fits."""
        yield
        self._lay_out(krap=True)
        yield
        yield from self._thin_out(_PER_CEL, ook_gekozen=False)
        self._change(openvragen=self.werk.openvragen[:3])
        yield
        self._change(tijdlijn=())
        yield
        self._change(verklaring=self.werk.verklaring[:1])
        yield
        # one less in a half before the drawing goes: who stands around the person is seen there at a glance
        yield from self._thin_out(_PER_CEL - 1, ook_gekozen=False)
        self._lay_out(tekening=False)
        yield
        yield from self._thin_out(1, ook_gekozen=False)
        yield from self._thin_out(1, ook_gekozen=True)
        # beyond what schermen.md names: it takes texts at the limit of every field to come here
        self._lay_out(iconen=False)
        yield
        self._lay_out(eromheen=False)
        self._change(netwerk=(), verklaring=(), tijdlijn=())
        yield
        self._lay_out(weten=False)
        self._change(openvragen=())
        yield
        yield from self._thin_out(0, ook_gekozen=True)
        self._leave_out_woorden()
        yield
        if self.werk.wat_wil:
            self._change(wat_wil="", wat_wil_van=None, wens_te_lang=True)
        yield
        self._lay_out(standen=False)
        yield
        while self.werk.afspraken:
            self._change(afspraken=self.werk.afspraken[:-1])
            yield

    def _thin_out(self, tot: int, *, ook_gekozen: bool) -> Iterator[None]:
        """Notities beyond `tot` in a half of a row, the oldest first, a kracht always together with a lastig."""
        while True:
            lastig = self._drop(NotitieSoort.LASTIG, meer_dan=tot, ook_gekozen=ook_gekozen)
            if not lastig and not self._find_oudste(NotitieSoort.KRACHT, tot, ook_gekozen):
                return
            if not lastig and not self._drop(NotitieSoort.LASTIG, meer_dan=0, ook_gekozen=False):
                self._drop(NotitieSoort.LASTIG, meer_dan=0, ook_gekozen=True)
            self._drop(NotitieSoort.KRACHT, meer_dan=tot, ook_gekozen=ook_gekozen)
            yield

    def _drop(self, soort: NotitieSoort, *, meer_dan: int, ook_gekozen: bool) -> bool:
        plek = self._find_oudste(soort, meer_dan, ook_gekozen)
        if plek is None:
            return False
        cel, nr = plek
        del self.cellen[cel][nr]
        return True

    def _find_oudste(
        self, soort: NotitieSoort, meer_dan: int, ook_gekozen: bool
    ) -> tuple[tuple[int, NotitieSoort], int] | None:
        kan = [
            (regel.gekozen, regel.gemaakt_op or _EINDE_DER_TIJDEN, cel, nr)
            for cel, regels in self.cellen.items()
            if cel[1] is soort and len(regels) > meer_dan
            for nr, regel in enumerate(regels)
            if ook_gekozen or not regel.gekozen
        ]
        if not kan:
            return None
        _, _, cel, nr = min(kan)
        return cel, nr

    def _count(self, soort: NotitieSoort) -> int:
        return sum(len(regels) for cel, regels in self.cellen.items() if cel[1] is soort)

    def _leave_out_woorden(self) -> None:
        if self.werk.eigen_woorden:
            self._change(eigen_woorden="", eigen_woorden_van=None, woorden_te_lang=True)

    def add_afspraken(self) -> None:
        """As many as fit, the first by date."""
        while len(self.werk.afspraken) >= AFSPRAKEN_TEN_MINSTE and len(self.werk.afspraken) < len(self.alles.afspraken):
            vorige = self.werk.afspraken
            self._change(afspraken=self.alles.afspraken[: len(vorige) + 1])
            if not self.fits():
                self._change(afspraken=vorige)
                return

    def fill_room(self) -> None:
        """Give back what fits after all: a step may have made more room than was needed, or none.

        A kracht and a lastig in turn, the newest first; the balance of the law stays.
        """
        if self.opmaak.eromheen and not self.werk.tijdlijn:
            # beside a tall drawing there is often room for it
            self._change(tijdlijn=self.alles.tijdlijn)
            if not self.fits():
                self._change(tijdlijn=())
        for veld in ("verklaring", "openvragen"):
            alles = getattr(self.alles, veld)
            while getattr(self.opmaak, {"verklaring": "eromheen", "openvragen": "weten"}[veld]):
                vorige = getattr(self.werk, veld)
                if len(vorige) == len(alles):
                    break
                self._change(**{veld: alles[: len(vorige) + 1]})
                if not self.fits():
                    self._change(**{veld: vorige})
                    break
        wacht = {soort: self._list_weggelaten(soort) for soort in (NotitieSoort.KRACHT, NotitieSoort.LASTIG)}
        while any(wacht.values()):
            for soort in wacht:
                while wacht[soort] and not self._give_back(soort, *wacht[soort].pop()):
                    pass

    def _list_weggelaten(self, soort: NotitieSoort) -> list[tuple[int, Regel]]:
        """The notities that made room, in the order in which they may come back, the last first."""
        weg = [
            (nr, regel)
            for nr, gebied in enumerate(self.alles.gebieden)
            for regel in (gebied.kracht if soort is NotitieSoort.KRACHT else gebied.lastig)
            if regel not in self.cellen[nr, soort] and len(self._set(regel)) <= spiegel.REGELS_HOOGUIT
        ]
        weg.sort(key=lambda paar: (paar[1].gekozen, paar[1].gemaakt_op or _EINDE_DER_TIJDEN))
        return weg[-_TERUG_HOOGUIT:]

    def _give_back(self, soort: NotitieSoort, nr: int, regel: Regel) -> bool:
        if soort is NotitieSoort.LASTIG and not self._may_have_more_lastig():
            return False
        gebied = self.alles.gebieden[nr]
        volgorde = gebied.kracht if soort is NotitieSoort.KRACHT else gebied.lastig
        vorige = self.cellen[nr, soort]
        self.cellen[nr, soort] = [een for een in volgorde if een in vorige or een == regel]
        if self.fits():
            return True
        self.cellen[nr, soort] = vorige
        return False

    def _may_have_more_lastig(self) -> bool:
        """A lastig may come back while as many stay away as kracht that made room, and kracht stays in balance."""
        kracht, lastig = self._count(NotitieSoort.KRACHT), self._count(NotitieSoort.LASTIG) + 1
        weg_kracht = sum(len(gebied.kracht) for gebied in self.alles.gebieden) - kracht
        weg_lastig = sum(len(gebied.lastig) for gebied in self.alles.gebieden) - lastig
        return weg_lastig >= weg_kracht and kracht >= min(self.alles.opgeschreven.kracht, lastig)

    def _change(self, **velden: object) -> None:
        self.werk = replace(self.werk, **velden)  # type: ignore[arg-type]  # only fields of a Samenvatting, named by us
        self._inhouden = self._vast = None

    def _lay_out(self, **velden: bool) -> None:
        self.opmaak = replace(self.opmaak, **velden)
        self._vast = None

    # Measuring and placing

    def _set(self, regel: Regel) -> tuple[Zetregel, ...]:
        sleutel = (regel.id, regel.ook_lastig)
        if sleutel not in self._gezet:
            self._gezet[sleutel] = spiegel.break_regel(regel)
        return self._gezet[sleutel]

    def _build_getoond(self) -> Samenvatting:
        gebieden = tuple(
            replace(
                gebied,
                kracht=tuple(self.cellen[nr, NotitieSoort.KRACHT]),
                lastig=tuple(self.cellen[nr, NotitieSoort.LASTIG]),
            )
            for nr, gebied in enumerate(self.alles.gebieden)
        )
        return replace(self.werk, gebieden=gebieden, opmaak=self.opmaak)

    @property
    def vast(self) -> "Vast":
        if self._vast is None:
            self._inhouden = self._inhouden or Inhouden(self.werk)
            self._vast = Vast(self._inhouden, self.opmaak)
        return self._vast

    @property
    def ruimte(self) -> spiegel.Ruimte:
        return spiegel.KRAP if self.opmaak.krap else spiegel.NORMAAL

    def _measure_rijen(self) -> list[float]:
        hoogtes = [spil[0] for spil in self.vast.spillen]
        for (nr, _), regels in self.cellen.items():
            hoogte = spiegel.measure_cel([len(self._set(regel)) for regel in regels], self.ruimte)
            hoogtes[nr] = max(hoogtes[nr], hoogte)
        return hoogtes

    def measure_rest(self) -> float:
        """The white room that is left on the page in mm; below zero it does not fit."""
        zonder_voet = ONDER_AAN - BOVEN - self.vast.hoogte - spiegel.KOPREGEL - sum(self._measure_rijen())
        if zonder_voet < 0:
            return zonder_voet
        return zonder_voet - self._build_voet(self._build_getoond()).hoogte

    def _build_voet(self, getoond: Samenvatting) -> Inhoud:
        tekst = write_voet(getoond)
        if tekst not in self._voeten:
            self._voeten[tekst] = build_voet(*tekst, self._legenda)
        return self._voeten[tekst]

    def fits(self) -> bool:
        return self.measure_rest() >= 0

    def place(self) -> Blad:
        getoond, vast = self._build_getoond(), self.vast
        hoogtes = self._measure_rijen()
        rest = max(0.0, self.measure_rest())
        per_rij, erbij_eromheen, per_gat = share_rest(rest, hoogtes, vast)
        rijen = [self._build_rij(nr, gebied, hoogtes[nr]) for nr, gebied in enumerate(getoond.gebieden)]
        y = BOVEN
        blokken: list[Blok] = []

        def add(naam: str, inhoud: Inhoud, x: float = 0.0, breedte: float = VOL) -> None:
            blokken.append(Blok(naam, LINKS + x, y, breedte, inhoud.hoogte, inhoud.vormen, inhoud.alt))

        add("kop", vast.kop)
        y += vast.kop.hoogte + vast.gaten[0] + per_gat
        for naam, x, inhoud in (("zelf", 0.0, vast.duo[0]), ("letten op", VOL - stem.BREEDTE, vast.duo[1])):
            add(naam, inhoud, x, stem.BREEDTE)
        y += vast.duo[0].hoogte + vast.gaten[1] + per_gat
        add("vraag", vast.vraag)
        y += vast.vraag.hoogte + vast.gaten[2] + per_gat
        inhoud = spiegel.build_spiegel(rijen, self.ruimte, per_rij)
        add("spiegel", inhoud)
        y += inhoud.hoogte + vast.gaten[3] + per_gat
        if self.opmaak.eromheen:
            hoogte = vast.hoogte_eromheen + erbij_eromheen
            breed, smal = eromheen.BREEDTE_NETWERK, eromheen.BREEDTE_VERKLARING
            add("netwerk", eromheen.add_kader(vast.netwerk, breed, hoogte), 0.0, breed)
            boven = vast.tijdlijn.hoogte + GAT_TIJDLIJN if vast.tijdlijn else 0.0
            if vast.tijdlijn:
                add("tijdlijn", eromheen.add_kader(vast.tijdlijn, smal, vast.tijdlijn.hoogte), VOL - smal, smal)
            y += boven
            add("verklaring", eromheen.add_kader(vast.verklaring, smal, hoogte - boven), VOL - smal, smal)
            y += hoogte - boven + vast.gaten[4] + per_gat
        add("afspraken", vast.afspraken, 0.0, vast.breedte_afspraken)
        if self.opmaak.weten:
            add("weten", vast.weten, VOL - afspraken.BREEDTE_WETEN, afspraken.BREEDTE_WETEN)
        voet = self._build_voet(getoond)
        y = ONDER_AAN - voet.hoogte
        add("voet", voet)
        return Blad(tuple(blokken), getoond)

    def _build_rij(self, nr: int, gebied: Gebied, hoogte: float) -> spiegel.Rij:
        return spiegel.Rij(
            gebied,
            hoogte,
            self.vast.spillen[nr][1],
            tuple(self._set(regel) for regel in gebied.kracht),
            tuple(self._set(regel) for regel in gebied.lastig),
        )
