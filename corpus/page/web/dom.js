// Elements. Text reaches the document as text nodes and attributes only, never as
// markup: it was written by strangers.

const SVG = "http://www.w3.org/2000/svg";

// make gives an HTML element: attributes by name, on… as listeners, then children.
function make(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

// draw gives an SVG element.
function draw(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function empty(element) {
  while (element.firstChild) {
    element.removeChild(element.firstChild);
  }
  return element;
}

// classes joins names, those that are false left out.
function classes(...names) {
  return names.filter(Boolean).join(" ");
}
