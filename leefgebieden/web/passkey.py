"""Where a passkey is for: the name in the address bar."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import request

from leefgebieden.actions.passkey import Plaats


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
