"""A file's name -> what kind it is, and whether the site may publish it. The one list of what `content/` may hold.

The table in docs/for-the-office.md says the same in words; a test holds it against this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

MEGABYTE = 1_000_000


class Handling(Enum):
    """What happens to a file."""

    PAGE = "page"  # becomes a page; its HTML is looked through
    PICTURE = "picture"  # published without what it says of its maker
    DRAWING = "drawing"  # published, if it only draws
    NAMED = "named"  # published once mkdocs.yml names it; its text is searched where it can be read


@dataclass(frozen=True, slots=True)
class FileType:
    """One kind of file that may be published."""

    name: str
    endings: tuple[str, ...]
    rule: Handling
    starts: tuple[bytes, ...] = ()
    """What its first bytes are, one of these; none: it is text in UTF-8."""
    at: int = 0
    """How many bytes stand before those."""
    most: int = 20 * MEGABYTE
    """The most bytes."""

    @property
    def searched(self) -> bool:
        """Whether the words in it can be read, once it is named."""
        return self.rule is Handling.NAMED and self.name not in ("Sound", "Film")

    def is_one(self, data: bytes) -> bool:
        """Whether a file begins as its name says, so that nothing else travels under that name."""
        return not self.starts or data[self.at :].startswith(self.starts)


ZIP = b"PK\x03\x04"
TYPES: tuple[FileType, ...] = (
    FileType("Page", (".md",), Handling.PAGE, most=MEGABYTE // 4),
    FileType("Picture", (".jpg", ".jpeg"), Handling.PICTURE, (b"\xff\xd8\xff",)),
    FileType("Picture", (".png",), Handling.PICTURE, (b"\x89PNG\r\n\x1a\n",)),
    FileType("Picture", (".gif",), Handling.PICTURE, (b"GIF87a", b"GIF89a")),
    FileType("Picture", (".webp",), Handling.PICTURE, (b"WEBP",), 8),
    FileType("Drawing", (".svg",), Handling.DRAWING, most=MEGABYTE),
    FileType("PDF", (".pdf",), Handling.NAMED, (b"%PDF-",)),
    FileType("Office file", (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), Handling.NAMED, (ZIP,)),
    FileType("Book", (".epub",), Handling.NAMED, (ZIP,)),
    FileType("Archive", (".zip",), Handling.NAMED, (ZIP,)),
    FileType("Plain text", (".txt", ".csv", ".vtt", ".srt"), Handling.NAMED, most=5 * MEGABYTE),
    FileType("Sound", (".mp3",), Handling.NAMED, (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), most=100 * MEGABYTE),
    FileType("Sound", (".wav",), Handling.NAMED, (b"WAVE",), 8, most=100 * MEGABYTE),
    FileType("Sound", (".ogg",), Handling.NAMED, (b"OggS",), most=100 * MEGABYTE),
    FileType("Film", (".mp4", ".m4a", ".m4v"), Handling.NAMED, (b"ftyp",), 4, most=100 * MEGABYTE),
    FileType("Film", (".webm",), Handling.NAMED, (b"\x1aE\xdf\xa3",), most=100 * MEGABYTE),
)
BY_ENDING: Mapping[str, FileType] = {ending: one for one in TYPES for ending in one.endings}
SHOWN_BY_VIEWERS = (
    ".pdf",
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".webp",
    ".mp3",
    ".wav",
    ".ogg",
    ".mp4",
    ".m4a",
    ".m4v",
    ".webm",
)
"""What a browser shows with a viewer of its own, which a header against scripts would stop, and which runs none."""

CODE = (
    *(".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".svgz", ".hta", ".swf", ".jar", ".class"),
    *(".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".wasm", ".css", ".scss", ".less", ".xml", ".xsl", ".xslt", ".xsd"),
    *(".rss", ".atom", ".rdf", ".webmanifest", ".appcache"),
    *(".php", ".phtml", ".phar", ".asp", ".aspx", ".jsp", ".cgi", ".pl", ".py", ".pyc", ".rb", ".sh", ".bash", ".ps1"),
    *(".exe", ".dll", ".so", ".dylib", ".bat", ".cmd", ".com", ".msi", ".scr", ".vbs", ".apk", ".dmg", ".iso", ".bin"),
    *(".docm", ".xlsm", ".pptm", ".dotm", ".xlam", ".lnk", ".url", ".desktop", ".ipynb"),
)
HOST_NAMES = (
    *("_redirects", "_headers", "_worker.js", "_routes.json", "_config.yml", "_worker.bundle", "cname", "robots.txt"),
    *("sitemap.xml", "sitemap.xml.gz", "sitemap.txt", "web.config", "netlify.toml", "wrangler.toml", "vercel.json"),
    *("static.json", "staticwebapp.config.json", "firebase.json", "caddyfile", "nginx.conf", "crossdomain.xml"),
    *(
        "clientaccesspolicy.xml",
        "favicon.ico",
        "service-worker.js",
        "sw.js",
        "manifest.json",
        "ads.txt",
        "security.txt",
    ),
    *("_includes", "_layouts", "functions", ".nojekyll", "browserconfig.xml"),
)
RECORDS = (
    ".json",
    ".jsonld",
    ".yaml",
    ".yml",
    ".toml",
    ".ini",
    ".cfg",
    ".conf",
    ".env",
    ".db",
    ".sqlite",
    ".sqlite3",
    ".sql",
    ".mdb",
    ".accdb",
    ".tsv",
    ".log",
    ".vcf",
    ".eml",
    ".msg",
    ".pst",
)
OTHER_PICTURES = (
    ".heic",
    ".heif",
    ".avif",
    ".tif",
    ".tiff",
    ".bmp",
    ".dib",
    ".ico",
    ".psd",
    ".ai",
    ".eps",
    ".raw",
    ".dng",
    ".cr2",
    ".nef",
    ".jp2",
    ".jxl",
    ".apng",
    ".jfif",
    ".xcf",
    ".emf",
    ".wmf",
)


def ending_of(name: str) -> str:
    """The last ending, with its dot, small: ".pdf". "" where there is none."""
    return PurePosixPath(name.casefold()).suffix
