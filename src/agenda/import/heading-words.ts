/**
 * What a column or a field is for, as its heading says. `name` is a whole name, or the part of one that the columns
 * beside it lack; `place` is a phone where numbers stand under it (home, office …); `prefix`, `country` and `area` are
 * dialled before a phone; `kind` says what sort of phone stands beside it; `extension` is one inside a house.
 */
export type Role =
  | "name"
  | "full"
  | "first"
  | "middle"
  | "last"
  | "second-last"
  | "phone"
  | "place"
  | "prefix"
  | "country"
  | "area"
  | "kind"
  | "extension"
  | "instead";

// Spanish, Catalan, Galician and Portuguese, French, Italian, German and English, without accents.
const person =
  "(contacto?|contacte|contatt?o|kontakt|clientes?|client|customer|pacientes?|patient|socio|alumn[oa]|huesped|empleado|employee|member|guest|tenant|owner|supplier|proveedor|propietari[oa]|inquilin[oa]|arrendatari[oa]|titular|vecin[oa]|responsable)";
const lasts = "(apellido|cognom|apelido|sobrenome)";
const company =
  "(company|organi[sz]ation|business|empresa|organizaci?on|compania|sociedad|negocio|comercio|organitzacio|organizacao|societe|entreprise|azienda|ditta|societa|organizzazione)";
const one = "(1|1 e?r|1 e?ro|1 o|primer|primeiro)";
const two = "(2|2 d?o|2 on|2 n|segundo|segon)";

const tables: readonly (readonly [Role, readonly string[]])[] = [
  [
    "full",
    [
      "(full|display|complete|contact|customer|client) name|name (of|des) .*|voller name|vollstandiger name",
      "nombre fiscal|nombre( o| y)? razon social|nom fiscal|nome fiscal",
      "nombre completo|nombre y apellidos?|apellidos?( y)? nombre|nombre para mostrar|mostrar como",
      `nombre (del? )?${person}|nome (do |da |del )?${person}|nom (de |du |del )?${person}|kundenname`,
      `${person}|persona|person|persona de contacto|ansprechpartner|nominativo`,
      "nom complet|nom i cognoms?|cognoms? i nom|noms?( et)? prenoms?|prenoms?( et)? noms?",
      "nome completo|nome e (apelidos?|sobrenomes?|cognome)|(apelidos?|cognome) e nome",
      "(name|nachname) vorname|vorname( und)? (name|nachname)|vor und nachname",
    ],
  ],
  [
    "first",
    [
      "first( names?)?|given( names?)?|fore ?names?|firstname|christian name",
      "nombre de pila|primer nombre|nom de pila|primeiro nome|nome proprio|primo nome|prenoms?|vornamen?",
    ],
  ],
  [
    "middle",
    [
      "middle( names?| initials?)?|additional names?|second name|segundo nombre|otros nombres|segon nom",
      "segundo nome|nome do meio|outros nomes|secondo nome|(deuxieme|autres) prenoms?|(zweiter|weitere) vornamen?",
    ],
  ],
  ["second-last", [`${two} ${lasts}|${lasts}s? (2|materno)|second (surname|last name)`]],
  [
    "last",
    [
      `last( names?)?|family( names?)?|sur ?names?|lastname|${lasts}s?|${one} ${lasts}|${lasts}s? (1|paterno)`,
      "cognom[ei]|ultimo nome|nome de familia|nom de famille|nachnamen?|familienname|zuname",
    ],
  ],
  ["name", ["names?|nombres?|noms?|nomes?"]],
  [
    "instead",
    [
      `(associated )?${company}( 1)?( name| nombre| nom| nome)?`,
      `(nombre|nom|nome) (de |del |da |do |della? )?(la |l |lo |el )?${company}|(nombre|nom|nome) comm?erciale?|trad(e|ing) name`,
      "nickname|alias|file as|razon social|denominacion social",
      "apodo|archivar como|rao social|alcunha|raison sociale|surnom",
      "ragione sociale|soprannome|firma|firmenname|unternehmen|spitzname",
      "(primary |direccion de |adresse |indirizzo )?(e ?mail|correo|correo electronico|correu|correu electronic|courriel|posta elettronica)( 1| primari[oa]| principale?)?( value| valor| address| adresse)?",
    ],
  ],
];

/** The roles that a whole heading tells. */
export const wholes: readonly (readonly [Role, RegExp])[] = tables.map(([role, words]) => [
  role,
  new RegExp(`^(${words.join("|")})$`),
]);

/** Headings of words that are nobody's name: where no heading says what the name is, it stands under none of these. */
export const notName =
  /\b(pisos?|puerta|portal|escalera|planta|letra|direccion(es)?|domicilio|calle|via|poblacion|localidad|municipio|ciudad|provincia|comarca|pais|zona|ruta|codigo|cp|cargo|puesto|departamento|seccion|grupo|categoria|tipo|estado|curso|clase|habitacion|cuarto|parcela|matricula|notas?|observacion(es)?|comentarios?|descripcion|referencia|fecha|cumpleanos|web|url|address|street|city|town|state|county|region|country|postcode|job|title|position|department|group|category|notes?|comments?|remarks?|birthday|date|room|floor|flat|unit|website|type|status|adreca|carrer|poblacio|ciutat|adresse|rue|ville|pays|chambre|etage|indirizzo|citta|paese|piano|camera|strasse|ort|stadt|land|zimmer|etage|endereco|rua|cidade|andar|enderezo)\b/;

/** Words of which one is enough for a phone, wherever it stands. */
export const phone =
  /\b(phones?|telephones?|cell|cel|cellphone|mobiles?|mob|ph|landline|direct line|contact no|whats ?app|wasap|(radio)?telefonos?|contacto telefonico|n contacto|linea directa|telef|telf(s|no)?|tels?|tlfn?o?|tfn?o?|fono|mov|mvl|movil(es)?|celular(es)?|telefons?|mobils?|telefones?|telemove(l|is)|telefoni|cellular[ei]|gsm|telefonn(ummer|r)|mobiltelefon|mobil(funk)?n(ummer|r)|handyn(ummer|r)|recapito( telefonico)?|rufnummer|numero|number|nummer)\b/;

/** Of these the heading says "number", and not yet whose. */
export const anyNumber = /\b(numero|number|nummer)\b/;

/** Headings that speak of a number, and hold something else, or somebody else's. */
export const notPhone =
  /\b(type|label|tipo|etiqueta|tipus|etichetta|typ|bezeichnung|(tele)?fax|telex|tty|isdn|rdsi|assistant|asistente|ayudante|account|cuenta|conto|konto|customer|cliente|id|identidad|dni|nif|nie|cif|passport|pasaporte|iban|organizational|order|pedido|invoice|factura|serie|serial|licencia|matricula|expediente|historia|socio|member|empleado|employee|postal|zip|house|street|calle|portal)\b/;

const placeWords =
  "contact|home|work|business|office|main|other|alternate|alternative|emergency|contacto|casa|trabajo|oficina|despacho|particular|personal|principal|fijo|otros?|alternativo|domicilio|centralita|emergencias?|feina|treball|despatx|fix|altre|domicili|traballo|fixo|outro|trabalho|escritorio|residencia|residencial|comercial|recados?|maison|domicile|bureau|travail|fixe|portable|autre|prive|pro|professionnel|personnel|ufficio|lavoro|fisso|altro|abitazione|privato|privat|geschaftlich|dienstlich|buro|arbeit|zuhause|festnetz|handy|zentrale";

/** With one of these, a number is one to call all the same. */
export const place = new RegExp(`\\b(${placeWords})\\b`);

/** A heading of nothing but these heads phones where numbers stand under it. */
export const ofPlace = new RegExp(`^(${placeWords}|\\d+|de|del|la|el|da|do|du|di|y|i|e|o)$`);

/** What sort of phone stands beside it. */
export const kind = /\b(type|label|tipo|etiqueta|tipus|etichetta|typ|bezeichnung)\b/;

/** A number inside a house, which is called where there is no other. */
export const extension: readonly (readonly [Role, RegExp])[] = [
  [
    "extension",
    /^(numero (de )?)?(ext|exten|extn|extension|extensio|extensao|nebenstelle|durchwahl)( (interna|telefonica|number))?$/,
  ],
];

/** What is dialled before the phone that stands behind it. */
export const dialled: readonly (readonly [Role, RegExp])[] = [
  [
    "country",
    /\b((country|landes|lander) ?(code|vorwahl|kennzahl)|landes?vorwahl|landervorwahl|(codigo|cod|codi|code|prefijo|prefix|prefixo|indicatif)( de| del| do)?( el)? ?(pais|pays|paese|internacional|internazionale|international))\b/,
  ],
  ["area", /\b(area code|codigo de area|ddd|ortsvorwahl|vorwahl)\b/],
  [
    "prefix",
    /\b(prefijos?|prefix|prefixo|prefisso|prefixe|indicatif|indicativo|indicatiu|dial(l?ing)? code|calling code)\b/,
  ],
];
