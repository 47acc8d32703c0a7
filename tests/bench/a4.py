"""The A4: composed, laid out and drawn, against an empty page of ReportLab."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from leefgebieden.content.load import load_content
from leefgebieden.domain.casus import HeleCasus, Namen
from leefgebieden.domain.samenvatting import Gelezen, Samenvatting, compose_samenvatting
from leefgebieden.domain.vorm import Id
from tests.bench.meting import ratio, tell


def measure_a4(frans: HeleCasus) -> None:
    """Warm; and how fit() grows with the notities."""
    from leefgebieden.pdf.samenvatting import draw_samenvatting, fit

    content = load_content()
    nu = datetime(2026, 7, 14, 10, tzinfo=UTC)

    def compose(hele: HeleCasus) -> Samenvatting:
        return compose_samenvatting(hele, content, namen=Namen.VOLUIT, gelezen=Gelezen.NOG_NIET, maker="Anja", nu=nu)

    ratio(
        "a full A4, composed, laid out and drawn, warm / an empty ReportLab page",
        lambda: draw_samenvatting(compose(frans)),
        empty_pdf,
        "<= 12x",
        rounds=15,
    )
    tell("size of the A4 of Frans", len(draw_samenvatting(compose(frans))) / 1000, "kB", "aim <= 20 kB")

    def times(aantal: int) -> HeleCasus:
        notities = tuple(
            replace(n, id=Id(f"{i:08d}{n.id[8:]}"), gemaakt_op=n.gemaakt_op + timedelta(seconds=i))
            for i, n in enumerate((frans.notities * (aantal // len(frans.notities) + 1))[:aantal])
        )
        return replace(frans, notities=notities)

    zestig, zeshonderd = compose(times(60)), compose(times(600))
    ratio("fit() of 600 notities / of 60", lambda: fit(zeshonderd), lambda: fit(zestig), "-", rounds=5)


def empty_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
