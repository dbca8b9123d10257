// Data come as scripts that hand them over by name: a page opened from a folder may load nothing else.
var arrived = {}, awaited = {};

window.assessData = function (name, data) {
  arrived[name] = data;
  (awaited[name] || []).forEach(function (each) { each.then(data); });
  delete awaited[name];
};

// Call `then` with the data of that name, now or once the script at `address` has brought them.
function ask(name, address, then, failed) {
  if (arrived[name]) return then(arrived[name]);
  if (awaited[name]) return awaited[name].push({then: then, failed: failed});
  awaited[name] = [{then: then, failed: failed}];
  var script = document.createElement("script");
  script.src = address;
  script.onerror = function () {
    var waiting = awaited[name] || [];
    delete awaited[name];
    waiting.forEach(function (each) { each.failed(); });
  };
  document.head.appendChild(script);
}

// Opened from a folder, there is no server to turn "…/" into "…/index.html".
function reachable(address) {
  return location.protocol === "file:" && address.endsWith("/") ? address + "index.html" : address;
}
