"""The last hand on a PDF: what ReportLab cannot do itself."""

from io import BytesIO


def finish_pdf(ruw: bytes) -> bytes:
    """The same page with its small objects packed together; the same bytes in give the same bytes out."""
    import pikepdf  # only needed when there is something to draw

    uit = BytesIO()
    with pikepdf.open(BytesIO(ruw)) as pdf:
        pdf.save(uit, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return uit.getvalue()
