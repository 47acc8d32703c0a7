"""Where a passkey is for, the name in the address bar; and whether this device is known to have one."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import request

from leefgebieden.actions.passkey import Plaats
from leefgebieden.store.tweedestap import fetch_passkeys

BEKEND = "passkey"
"""The cookie of a device on which somebody signed in so: there the sign-in page shows that way first."""


def get_plaats() -> Plaats:
    """This app, as the browser names it."""
    return Plaats(host=urlsplit(request.host_url).hostname or "", origin=request.host_url.rstrip("/"))


def can_passkey() -> bool:
    """A passkey belongs to a name: with an IP address in the bar no browser makes one."""
    try:
        ip_address(get_plaats().host)
    except ValueError:
        return True
    return False


def has_passkey(medewerker_id: str) -> bool:
    """Whether this medewerker can say who he is with a device, here."""
    return can_passkey() and bool(fetch_passkeys(medewerker_id))


def is_bekend_apparaat() -> bool:
    """Whether somebody signed in with a passkey on this device before."""
    return BEKEND in request.cookies
