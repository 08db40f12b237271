(function () {
  "use strict";
  var form = document.getElementById("filter");
  var shown = document.getElementById("shown");
  var findings = Array.prototype.slice.call(document.querySelectorAll("article.finding"));
  var texts = new Map();
  var fields = form ? Array.prototype.filter.call(form.elements, function (each) { return each.name; }) : [];

  function textOf(finding) {
    if (!texts.has(finding)) {
      texts.set(finding, finding.textContent.toLowerCase());
    }
    return texts.get(finding);
  }

  function matches(finding) {
    return fields.every(function (field) {
      if (field.value === "") {
        return true;
      }
      if (field.name === "text") {
        return field.value.toLowerCase().split(/\s+/).every(function (word) { return textOf(finding).includes(word); });
      }
      return finding.dataset[field.name].split("\n").includes(field.value);
    });
  }

  function apply() {
    if (!form) {
      return;
    }
    var count = 0;
    findings.forEach(function (finding) {
      finding.hidden = !matches(finding);
      count += finding.hidden ? 0 : 1;
    });
    shown.textContent = count + " of " + findings.length + " shown";
  }

  function hash() {
    return fields.filter(function (field) { return field.value !== ""; }).map(function (field) {
      return field.name + "=" + encodeURIComponent(field.value);
    }).join("&");
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (notEncoded) {
      return text;
    }
  }

  /* A hash with "=" is a filter; any other one names a part of the page, which must be open and visible. */
  function read() {
    var text = location.hash.slice(1);
    if (text.includes("=")) {
      var wanted = new Map(text.split("&").map(function (pair) {
        var at = pair.indexOf("=");
        return [pair.slice(0, at), decoded(pair.slice(at + 1))];
      }));
      fields.forEach(function (field) { field.value = wanted.has(field.name) ? wanted.get(field.name) : ""; });
      fields.forEach(function (field) { if (field.selectedIndex === -1) { field.value = ""; } });
      apply();
      return true;
    }
    var target = text === "" ? null : document.getElementById(decoded(text));
    if (target) {
      for (var each = target; each; each = each.parentElement) {
        if (each.tagName === "DETAILS") {
          each.open = true;
        }
      }
      if (target.hidden) {
        fields.forEach(function (field) { field.value = ""; });
        apply();
      }
      target.scrollIntoView();
    }
    return false;
  }

  function changed() {
    apply();
    history.replaceState(null, "", "#" + hash());
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", changed);
    form.addEventListener("reset", function () { setTimeout(changed, 0); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  }
  read();
  addEventListener("hashchange", function () {
    if (read()) {
      document.getElementById("findings").scrollIntoView();
    }
  });
  addEventListener("beforeprint", function () {
    document.querySelectorAll(".finding details").forEach(function (each) { each.open = true; });
  });
}());
