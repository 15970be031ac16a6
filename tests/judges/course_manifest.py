"""Holds the manifest of a SCORM package against the XSDs of its version.

Arguments: the manifest, the folder of the XSDs, the name of the first of them. Prints a JSON list of what was found.
"""

import json
import pathlib
import sys

import xmlschema

manifest, folder, root = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
own = {
    "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
    "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
    "http://www.w3.org/XML/1998/namespace": "xml.xsd" if (folder / "xml.xsd").exists() else "ims_xml.xsd",
}
locations = [(name, str(folder / file)) for name, file in own.items() if (folder / file).exists()]
schema = xmlschema.XMLSchema(str(folder / root), locations=locations, allow="local", validation="lax")
found = [f"{error.path}: {error.reason}" for error in schema.iter_errors(manifest)]
# A schema that lets everything pass would say nothing.
text = pathlib.Path(manifest).read_text(encoding="utf-8")
for broken in (text.replace("<organizations ", "<organisations ").replace("</organizations", "</organisations"), text.replace('identifier="page"', "")):
    if schema.is_valid(broken):
        found.append("the schema takes a broken manifest")
print(json.dumps(found, ensure_ascii=False))
