// Loads the page again when what it shows has changed. Only `cvcgen serve` sends this.
(() => {
  "use strict";
  const version = `"${document.currentScript.dataset.version}"`;
  let changes = null;

  // Screen readers announce what comes into an alert, not what was there from the start.
  const faults = document.getElementById("cvcgen-faults");
  if (faults) {
    faults.replaceChildren(...faults.childNodes);
  }

  // The browser keeps the place where the page was scrolled to, and the part after `#`.
  const look = async () => {
    try {
      const page = await fetch(location.pathname + location.search, { method: "HEAD" });
      const now = page.headers.get("ETag");
      if (now && now !== version) {
        location.reload();
      }
    } catch {
      // The preview has stopped; should it come back, the stream finds it.
    }
  };

  // A hidden tab does not listen: browsers allow six connections, whatever the number of tabs.
  const listen = () => {
    if (changes || document.hidden) {
      return;
    }
    changes = new EventSource("/-/changes");
    changes.addEventListener("message", look);
    changes.addEventListener("error", () => {
      if (changes && changes.readyState === EventSource.CLOSED) {
        rest();
        setTimeout(listen, 2000);
      }
    });
  };
  const rest = () => {
    changes?.close();
    changes = null;
  };
  addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
