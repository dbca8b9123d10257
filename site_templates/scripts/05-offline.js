// Opened from a folder, a page may start no worker. The search then runs in a frame of the page that nobody sees: the
// theme's own script does the work there, too, and is told where it is by the name IFrameWorker.
if (location.protocol === "file:") {
  window.Worker = window.IFrameWorker = class extends EventTarget {
    constructor(address) {
      super();
      var worker = this, frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      this.inside = frame.contentWindow;
      this.inside.postMessage = function (data) { worker.dispatchEvent(new MessageEvent("message", {data: data})); };
      this.inside.importScripts = function () {
        return Array.from(arguments).reduce(function (before, each) {
          return before.then(function () { return worker.load(each); });
        }, Promise.resolve());
      };
      this.ready = this.load(address);
    }

    load(address) {
      var script = this.inside.document.createElement("script");
      script.src = address;
      this.inside.document.head.append(script);
      return new Promise(function (done, failed) {
        script.onload = done;
        script.onerror = failed;
      });
    }

    postMessage(data) {
      var inside = this.inside;
      this.ready.then(function () { inside.dispatchEvent(new inside.MessageEvent("message", {data: data})); });
    }
  };
}
