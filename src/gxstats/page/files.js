// --- opening and saving -------------------------------------------------------------------------

/** What a file says, or the problem that keeps it from being read. */
async function textOf(file) {
  if (file.size > DATA.limits.bytes) throw new NoDocument("document.size");
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new NoDocument("document.encoding");
    throw error;
  }
}

async function openFile(file) {
  let found;
  try {
    found = read(await textOf(file));
  } catch (error) {
    if (error instanceof DOMException) {
      notice(say("notOpened", { name: file.name }), [say("unreadableFile")], "refused");
      return;
    }
    if (!(error instanceof NoDocument)) throw error;
    found = { document: null, problems: [withMessage(error.problem)] };
  }
  if (found.document === null) {
    const problems = found.problems.map(({ code, message }) => `${message[language]}（${code}）`);
    notice(say("notOpened", { name: file.name }), problems, "refused");
    return;
  }
  if (found.form !== OWN.id) {
    const titles = { found: titleOf(found.form), own: titleOf(OWN.id) };
    notice(say("notOpened", { name: file.name }), [say("otherForm", titles)], "refused");
    return;
  }
  if (unsaved && !isEmpty() && !confirm(say("discard"))) return;
  undoably(() => load(found.document));
  settled();
  notice(say("opened", { name: file.name }));
}

function titleOf(id) {
  return FORMS.find((form) => form.id === id).title[language];
}

/** What keeps the report from being saved, each with a link to where it is. */
function obstacles() {
  const faults = FIELDS.filter(({ fault }) => fault !== null).map((field) => [
    cellLink(field.place),
    `　${faultText(field)}`,
  ]);
  const others = validate(entered()).map(({ address, message }) => {
    const name = factAt(address);
    if (name === null) return message[language];
    const link = made("a", say(name), { href: `#fact-${name}` });
    return [link, `　${byId(`wrong-${name}`)?.textContent || message[language]}`];
  });
  return [...faults, ...others];
}

function fileName() {
  const organ = (factOf("name") ?? "").replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_").slice(0, 60);
  return [organ || "report", factOf("year"), OWN.id].filter(Boolean).join("-") + ".json";
}

function save() {
  const problems = obstacles();
  if (problems.length) {
    notice(say("notSaved"), problems, "refused");
    return;
  }
  const address = URL.createObjectURL(new Blob([write(entered())], { type: "application/json" }));
  const link = made("a", [], { href: address, download: fileName() });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  settled();
  notice(say("saved", { name: fileName() }));
}
