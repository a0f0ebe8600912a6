// --- the two languages --------------------------------------------------------------------------

const OWN = FORMS.find((form) => form.id === PAGE.form);
let language = PAGE.language;

function say(name, values = {}) {
  return filled(PAGE.texts[name][language], values);
}

function byId(id) {
  return document.getElementById(id);
}

/** An element with text, or with other elements, in it. */
function made(tag, content = [], attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...[content].flat());
  return element;
}

/** Show everything that does not depend on what is entered in the page's language. */
function showWords() {
  document.documentElement.lang = PAGE.tags[language];
  document.title = PAGE.titles[language];
  for (const one of document.querySelectorAll("[data-text]")) one.textContent = say(one.dataset.text);
  for (const one of document.querySelectorAll("[data-title]")) one.title = say(one.dataset.title);
  for (const one of document.querySelectorAll("[data-label]")) {
    one.setAttribute("aria-label", say(one.dataset.label));
  }
  for (const one of document.querySelectorAll("[data-zh]")) one.textContent = one.dataset[language];
  for (const [id, text] of Object.entries(PAGE.words)) byId(id).textContent = text[language];
  byId("form-name").textContent = `${OWN.title[language]} · ${OWN.notice}`;
  const other = DATA.languages.find((one) => one !== language);
  byId("do-language").lang = PAGE.tags[other];
  for (const { input, name, place } of FIELDS) {
    const unit = filled(PAGE.texts.unit[language], { unit: PAGE.units[place][language] });
    input.setAttribute("aria-label", `${name[language]}, ${unit}`);
  }
}
