"""A client of the YAML language server: opens a file and asks, over its standard streams."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

SERVER = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
NODE = shutil.which("node")
SETTINGS: Mapping[str, Any] = {
    "hover": True,
    "completion": True,
    "validate": True,
    "schemaStore": {"enable": False},
    "kubernetesCRDStore": {"enable": False},
}


class LanguageServer:
    """One server; ends with the `with` block."""

    def __init__(self) -> None:
        assert NODE is not None
        self._process = subprocess.Popen(
            [NODE, str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._last = 0
        self.faults: dict[str, list[str]] = {}
        """What it found wrong with each file, by address."""

    def __enter__(self) -> "LanguageServer":
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})
        settings = {"settings": {"yaml": SETTINGS}}
        self._send({"method": "workspace/didChangeConfiguration", "params": settings})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: Path) -> None:
        """Opens the file as it lies on disk, and waits for the server's verdict on it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1}
        document["text"] = path.read_text("utf-8")
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while path.as_uri() not in self.faults:
            self._take(self._receive())

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered there, with its explanation; places count from 0."""
        found = self.ask("textDocument/completion", _place(path, line, column))
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: _text(item.get("documentation")) for item in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is shown there."""
        found = self.ask("textDocument/hover", _place(path, line, column))
        return _text(found and found["contents"])

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """The answer to a request."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _take(self, message: Mapping[str, Any]) -> None:
        """What the server says or asks by itself."""
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self.faults[found["uri"]] = [fault["message"] for fault in found["diagnostics"]]
        elif "id" in message and "method" in message:
            asked = message["params"].get("items", []) if message.get("params") else []
            answer = [SETTINGS if one.get("section") == "yaml" else {} for one in asked]
            self._send({"id": message["id"], "result": answer or None})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> Mapping[str, Any]:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the server stopped"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: Mapping[str, Any] = json.loads(stream.read(length))
        return message


def _place(path: Path, line: int, column: int) -> Mapping[str, Any]:
    position = {"line": line, "character": column}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}


def _text(said: Any) -> str:
    return said.get("value", "") if isinstance(said, dict) else said or ""
