const en = { name: "Name", phone: "Phone", add: "Add", saved: "Saved" };

const es: typeof en = { name: "Nombre", phone: "Teléfono", add: "Añadir", saved: "Guardado" };

/** The page's words, in the language of the page. */
export const text = () => (document.documentElement.lang === "es" ? es : en);
