"""What the server writes about a fault: where it is, never what it was about."""

import logging
import traceback

from flask import Flask, has_request_context, request

from leefgebieden.store.db import is_alleen_lezen


class ZonderWoorden(logging.Filter):
    """Takes the message out of an error and the values out of an address: a message quotes what somebody typed.

    What stays: the rule of the address, the kinds of error, and the places in the code.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.exc_info, tuple) and record.exc_info[1] is not None:
            record.exc_text = describe_fout(record.exc_info[1])
            record.exc_info = None
            if has_request_context():
                record.msg, record.args = "Storing bij %s [%s]", (request.url_rule, request.method)
        return True


def describe_fout(fout: BaseException) -> str:
    """The kind of an error and of what caused it, each with its places in the code, the first cause first."""
    regels: list[str] = []
    gezien: set[int] = set()
    deze: BaseException | None = fout
    while deze is not None and id(deze) not in gezien:
        gezien.add(id(deze))
        plekken = traceback.format_list(traceback.extract_tb(deze.__traceback__))
        regels.insert(0, "".join(plekken) + f"{type(deze).__module__}.{type(deze).__qualname__}")
        deze = deze.__cause__ or deze.__context__
    return "\n".join(regels)


def init_storing(app: Flask) -> None:
    """Let nothing that was typed get into the output of the server."""
    app.logger.addFilter(ZonderWoorden())
    app.add_template_global(is_alleen_lezen, "alleen_lezen")
