"""Write the parts of the documentation that come from the code: the JSON Schema of the exchange format."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from leefgebieden.domain.casusbestand import describe_casusbestand  # noqa: E402  # the path comes first

doel = ROOT / "docs" / "leefgebieden-casus-1.schema.json"
doel.write_text(json.dumps(describe_casusbestand(), ensure_ascii=False, indent=2) + "\n", "utf-8")
print(f"geschreven: {doel.relative_to(ROOT)}")
