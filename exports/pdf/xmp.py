"""What a file says of itself, as XMP (ISO 16684-1), with the mark of PDF/A-2u (ISO 19005-2, 6.6)."""

from dataclasses import dataclass
from datetime import UTC, datetime

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_CREATOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself, all of it visible characters; `moment` becomes its dates."""

    title: str
    author: str
    moment: datetime
    producer: str


def xmp_packet(metadata: Metadata) -> bytes:
    """The packet; it says the same as the document information dictionary."""
    author = metadata.author.translate(_ESCAPED)
    return _PACKET.format(
        title=metadata.title.translate(_ESCAPED),
        creator=_CREATOR.format(author=author) if author else "",
        moment=metadata.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        producer=metadata.producer.translate(_ESCAPED),
    ).encode("utf-8", "replace")
