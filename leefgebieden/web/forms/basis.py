"""What every form has: Dutch messages, text made safe at the edge, and an id that makes a retry harmless."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from flask import request
from flask_wtf import FlaskForm
from wtforms import DateField, Field, HiddenField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are of 3.2
from wtforms.i18n import get_translations
from wtforms.validators import InputRequired, Optional, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from leefgebieden.domain.tekst import normalise_tekst, to_one_line
from leefgebieden.domain.vorm import EERSTE_JAAR, LAATSTE_JAAR, Id

E = TypeVar("E", bound=StrEnum)


class Formulier(FlaskForm):
    """A form of which the words are kept when it is refused (`web/concept.py`)."""

    class Meta(FlaskForm.Meta):
        locales = ["nl"]

        def get_translations(self, form: Any) -> Any:
            """The Dutch messages of WTForms itself; Flask-WTF would look for another package and speak English."""
            return get_translations(self.locales)

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """No form of ours takes a file: one that comes along under the name of a field of text is not looked at."""
            gevonden = super().wrap_formdata(form, formdata)
            return request.form if gevonden is not None and request.files else gevonden


class FormulierMetId(Formulier):
    """A form that makes something new. The id is made with the page, so sending it twice makes one thing."""

    id = HiddenField()

    def validate_id(self, veld: HiddenField) -> None:
        try:
            if str(UUID(veld.data or "")) == veld.data:
                return
        except ValueError:
            pass
        raise ValidationError("Dit formulier is niet heel aangekomen. Je tekst staat er nog: bewaar opnieuw.")

    def get_id(self) -> Id:
        """The id of the new thing. Only after validation."""
        return Id(self.id.data)


def regel(label: str, *, verplicht: str = "", hooguit: int) -> StringField:
    """One line of text. `verplicht` is the sentence that is shown when it is empty; without it the field is optional."""
    return StringField(label, filters=[_to_regel], validators=[_needed(verplicht), _hooguit(hooguit)])


def vak(label: str, *, verplicht: str = "", hooguit: int) -> TextAreaField:
    """Text of several lines."""
    return TextAreaField(label, filters=[_to_vak], validators=[_needed(verplicht), _hooguit(hooguit)])


def datum(
    label: str, *, verplicht: str = "", fout: str = "Deze datum kennen we niet. Schrijf hem als dag-maand-jaar."
) -> DateField:
    """A day. `verplicht` is the sentence that is shown when it is empty; without it the field is optional."""
    return _Datum(label, fout, validators=[InputRequired(verplicht) if verplicht else Optional()])


def keuze(label: str, keuzes: Iterable[tuple[str, str]], *, verplicht: str = "", standaard: str = "") -> RadioField:
    """One of several, as radio buttons; nothing is preselected unless `standaard` says so."""
    return RadioField(
        label,
        choices=[SelectChoice(value=waarde, label=tekst) for waarde, tekst in keuzes],
        default=standaard or None,
        validators=[InputRequired(verplicht)] if verplicht else [Optional()],
        validate_choice=True,
    )


def meer(label: str, keuzes: Iterable[tuple[str, str]]) -> SelectMultipleField:
    """Any number of several, none too, as checkboxes."""
    return SelectMultipleField(
        label,
        choices=[SelectChoice(value=waarde, label=tekst) for waarde, tekst in keuzes],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


def pick(soort: type[E], waarden: Iterable[str] | None) -> tuple[E, ...]:
    """The chosen values in the order of the enumeration."""
    gekozen = set(waarden or ())
    return tuple(waarde for waarde in soort if waarde.value in gekozen)


class VersieVeld(Field):
    """The version that a change is based on: `data` is a whole number, 0 when it did not arrive whole."""

    widget = HiddenInput()
    data: int

    def _value(self) -> str:
        return str(self.data or 0)

    def process_formdata(self, valuelist: list[str]) -> None:
        tekst = valuelist[0] if valuelist else ""
        self.data = int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else 0


class _Datum(DateField):
    """A date field that says in Dutch what is wrong, and takes 3-7-2026 as well as what a browser sends."""

    def __init__(self, label: str, fout: str, **kwargs: Any) -> None:
        super().__init__(label, format=["%Y-%m-%d", "%d-%m-%Y"], **kwargs)
        self.fout = fout

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([waarde.strip() for waarde in valuelist])
        except ValueError:
            raise ValueError(self.fout) from None
        if self.data is not None and not EERSTE_JAAR <= self.data.year <= LAATSTE_JAAR:
            self.data = None
            raise ValueError(self.fout)


def _needed(zin: str) -> Any:
    return _Filled(zin) if zin else Optional()


class _Filled:
    """Something must be there besides white space."""

    def __init__(self, zin: str) -> None:
        self.zin = zin
        self.field_flags = {"required": True}

    def __call__(self, form: Any, veld: Any) -> None:
        if not (veld.data or "").strip():
            raise ValidationError(self.zin)


def _hooguit(hooguit: int) -> Callable[[Any, Any], None]:
    def check(form: Any, veld: Any) -> None:
        lengte = len(veld.data or "")
        if lengte > hooguit:
            raise ValidationError(f"Dit is te lang: {lengte} tekens, er passen er {hooguit}. Je tekst is niet weg.")

    return check


def _to_regel(waarde: str | None) -> str | None:
    return None if waarde is None else to_one_line(normalise_tekst(waarde))


def _to_vak(waarde: str | None) -> str | None:
    return None if waarde is None else normalise_tekst(waarde).strip()
