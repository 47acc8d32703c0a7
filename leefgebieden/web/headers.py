"""The headers that every answer carries: nothing from elsewhere, nothing inline, nothing left in a cache."""

from flask import Flask, Response, request

HSTS = "max-age=31536000"
CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
}


def init_headers(app: Flask) -> None:
    app.after_request(_set_headers)


def _set_headers(antwoord: Response) -> Response:
    antwoord.headers.update(HEADERS)
    antwoord.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        antwoord.headers["Strict-Transport-Security"] = HSTS
    return antwoord
