"""An OpenAI-compatible chat endpoint as a plain callable: messages in, text out; bounded in time, size and tries, keys never shown."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from marsad.base.errors import AnswerError, ReaderError

if TYPE_CHECKING:
    import httpx

Messages = Sequence[Mapping[str, str]]

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_THIS_REQUEST = frozenset({400, 413, 422})  # the next, shorter sentence may pass
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_PATH = "/chat/completions"
_QUOTED_MOST = 200  # characters of a server's own message that an error repeats


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often an endpoint is asked.

    Attributes:
        timeout: seconds for one whole answer, from asking to its last byte, and for each silence; a server that drips is cut off too.
        tries: times that one question is put, at least 1.
        first_wait: seconds before the second try; doubles each time, unless the server says how long.
        wait_most: seconds; a server that asks for a longer wait stops the reading, since it would look hung.
        bytes_most: size of one answer; a chat answer has some thousand bytes.
        sleep: waits.
    """

    timeout: float = 60.0
    tries: int = 3
    first_wait: float = 1.0
    wait_most: float = 60.0
    bytes_most: int = 1_000_000
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        if self.tries < 1 or self.timeout <= 0:
            raise ReaderError(f"an endpoint needs at least one try and a timeout above 0, not {self.tries} and {self.timeout}")


class _PassingError(Exception):
    """A fault that may pass: the reason, the seconds the server asks to wait, and whether it answered at all."""

    def __init__(self, why: str, wait: float | None = None, *, reached: bool = True) -> None:
        super().__init__(why)
        self.wait = wait
        self.reached = reached


class Endpoint:
    """Asks a chat model over HTTP. Call it with messages; it gives the text of the answer.

    Nothing is sent before the first call. Text of documents leaves the machine, unless the endpoint runs on it.
    """

    def __init__(
        self,
        url: str,
        model: str,
        *,
        key: str | None = None,
        patience: Patience | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """Check the address and the key.

        Args:
            url: base address such as http://127.0.0.1:8080/v1; `/chat/completions` is added where it is missing.
            model: the model's name as the server knows it.
            key: sent as a bearer token; read it from the environment, never from a file that is shared.
            patience: limits of time and tries.
            options: more fields of the request (`max_tokens`, `response_format`); None takes one of the defaults away.

        Raises:
            ReaderError: the address holds a password or a query, is no http address, or would carry the key unencrypted.
        """
        self.model = model
        self._url = _checked(url, key)
        self._key = key or None
        self._patience = patience or Patience()
        wanted = {"temperature": 0, "max_tokens": 2000, "stream": False, **(options or {})}
        self._options = {name: value for name, value in wanted.items() if value is not None}
        self._client: httpx.Client | None = None

    def __repr__(self) -> str:
        return f"Endpoint({self._url!r}, {self.model!r})"

    def __call__(self, messages: Messages) -> str:
        """The text that the model answers.

        Raises:
            AnswerError: no usable answer to this question: too slow, too long, refused, cut short, or the server is overloaded.
            ReaderError: no question can be answered: not reachable, wrong address, model or key, or a wait that is too long.
        """
        how, wait = self._patience, self._patience.first_wait
        for number in range(1, how.tries + 1):
            try:
                return self._once(messages)
            except _PassingError as passing:
                if passing.wait is not None and passing.wait > how.wait_most:
                    raise ReaderError(
                        f"{self._url}: {passing}, and the server asks to wait {passing.wait:.0f} s: try again later"
                    ) from None
                if number == how.tries:
                    told = f"{self._url}: {passing}; gave up after {how.tries} tries"
                    if passing.reached:
                        raise AnswerError(told) from None
                    raise ReaderError(f"{told}: check that the server runs there") from None
                how.sleep(wait if passing.wait is None else passing.wait)
                wait *= 2
        raise AssertionError("the loop returns or raises")

    def close(self) -> None:
        """Close the connections; the next call opens new ones."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _once(self, messages: Messages) -> str:
        import httpx

        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        body = {"model": self.model, "messages": [dict(message) for message in messages], **self._options}
        until = time.monotonic() + self._patience.timeout
        try:
            with self._opened().stream("POST", self._url, json=body, headers=headers) as answer:
                raw = self._body(answer, until)
        except (httpx.ConnectError, httpx.ConnectTimeout) as wrong:
            raise _PassingError(f"no connection ({type(wrong).__name__})", reached=False) from None
        except httpx.TimeoutException:
            raise _PassingError(f"no answer within {self._patience.timeout:g} s") from None
        except httpx.HTTPError as wrong:
            raise _PassingError(f"the answer broke off ({type(wrong).__name__})") from None
        self._refuse(answer, raw)
        return _content(raw, self._url)

    def _opened(self) -> httpx.Client:
        import httpx

        if self._client is None:
            # a proxy of the environment has no place between a program and its own machine
            local = (urlsplit(self._url).hostname or "") in _LOOPBACK
            self._client = httpx.Client(follow_redirects=False, timeout=self._patience.timeout, trust_env=not local)
        return self._client

    def _body(self, answer: httpx.Response, until: float) -> bytes:
        """The answer's bytes; the timeout of the connection counts from byte to byte, so the whole is timed here."""
        raw = bytearray()
        for block in answer.iter_bytes():
            raw += block
            if len(raw) > self._patience.bytes_most:
                raise AnswerError(f"{self._url}: the answer is longer than {self._patience.bytes_most:,} bytes")
            if time.monotonic() > until:
                raise _PassingError(f"the answer was not complete within {self._patience.timeout:g} s")
        return bytes(raw)

    def _refuse(self, answer: httpx.Response, raw: bytes) -> None:
        status = answer.status_code
        if status == 200:
            return
        told = f"the server answered {status}"
        if status in _PASSING:
            asked = answer.headers.get("Retry-After", "").strip()
            raise _PassingError(told, float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else None)
        if status in (401, 403):  # the server's message is not repeated: it may quote the key
            raise ReaderError(f"{self._url}: {told}: it does not take this key: check MARSAD_ENDPOINT_KEY")
        said = self._said(raw)
        if status in _THIS_REQUEST:
            raise AnswerError(f"{self._url}: {told}{said}")
        if status in (404, 405):
            raise ReaderError(f"{self._url}: {told}{said}: check the address and that the server has the model {self.model!r}")
        if 300 <= status < 400:
            raise ReaderError(f"{self._url}: {told}: it sends on to another address, which is not followed; set the right one")
        raise ReaderError(f"{self._url}: {told}{said}: check the address")

    def _said(self, raw: bytes) -> str:
        """The server's own message, cut and without the key; empty where there is none."""
        try:
            given = json.loads(raw)
        except (ValueError, RecursionError):
            return ""
        # servers differ: {"error": {"message"}}, {"error"}, {"message"}, {"detail"}
        error = next((given[name] for name in ("error", "message", "detail") if given.get(name)), None) if isinstance(given, dict) else None
        text = error.get("message") if isinstance(error, dict) else error
        if not isinstance(text, str):
            return ""
        if self._key:
            text = text.replace(self._key, "***")
        return f" ({' '.join(text.split())[:_QUOTED_MOST]})"


def _checked(url: str, key: str | None) -> str:
    """The address to post to. What is wrong with it is said without repeating what may be secret."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ReaderError("the endpoint's address is no address: give one such as http://127.0.0.1:8080/v1") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ReaderError("the endpoint's address must begin with http:// or https:// and name a host, such as http://127.0.0.1:8080/v1")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise ReaderError(f"the endpoint's address at {host} holds a password or a query: give the key apart, in MARSAD_ENDPOINT_KEY")
    if key is not None:
        if not key.isascii() or not key.isprintable() or " " in key:
            raise ReaderError("the endpoint's key holds blanks, line ends or letters beyond ASCII: check MARSAD_ENDPOINT_KEY")
        if key and parts.scheme == "http" and host not in _LOOPBACK:
            raise ReaderError(f"the key would travel unencrypted to {host}: use https, or leave the key out")
    path = parts.path.rstrip("/")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}{path if path.endswith(_PATH) else path + _PATH}"


def _content(raw: bytes, url: str) -> str:
    """The text in a chat answer.

    Raises:
        AnswerError: the model refused, or stopped before the end.
        _PassingError: this is no chat answer.
    """
    try:
        given = json.loads(raw)
        choice = given["choices"][0]
        message = choice["message"]
        text, refusal, reason = message.get("content"), message.get("refusal"), choice.get("finish_reason")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        raise _PassingError("what came is no chat answer (JSON with choices, message, content)") from None
    text, refused = _joined(text)
    if refusal or refused or reason == "content_filter":
        raise AnswerError(f"{url}: the model refused to answer")
    if reason == "length":
        raise AnswerError(f"{url}: the answer was cut short at the limit of tokens: raise max_tokens")
    if not isinstance(text, str) or not text.strip():
        raise AnswerError(f"{url}: the model answered nothing")
    return text


def _joined(content: Any) -> tuple[Any, bool]:
    """The text of a content given as a list of parts, which the protocol allows, and whether a part is a refusal; reasoning is left out."""
    if not isinstance(content, list):
        return content, False
    parts = [part for part in content if isinstance(part, dict)]
    texts = [part.get("text") for part in parts if part.get("type") in ("text", "output_text")]
    return "".join(text for text in texts if isinstance(text, str)), any(part.get("type") == "refusal" for part in parts)
