/** Words that say what a part is or how it is made, by which a manufacturer's name that nobody knows is told from them. */

/** What names of parts end with or have in them, in compounds, too: `Schichtwiderstand`, `optocoupler`. */
const KINDS = new RegExp(
  [
    'resist|capacit|induct|ferrite|bead|choke|diode|rectifi|transist|thyrist|triac|mosfet|schottky|zener|bridge|crystal|quartz|quarz|oscill|resonat|xtal|timer',
    'regulat|convert|amplif|compar|driver|buffer|inverter|switch|multiplex|decoder|counter|latch|register|memory|flash|eeprom|control|processor|sensor|transceiver|receiv|transmit|isolat|coupl|reference|charger|supervis|expander|shifter|level|logic|gate',
    'connect|header|socket|terminal|receptacle|housing|contact|crimp|cable|antenn|display|screen|button|encod|potentiom|potent|poti|trim|fuse|varist|thermist|transform|filter|speaker|buzz|screw|bolt|washer|spacer|standoff|holder|batter|light|bracket|enclos|adapt|supply|shield|gasket|magnet|bearing|shaft|valve|jumper',
    'widerst|kondens|spule|drossel|schalt|taster|stecker|buchse|leiste|klemme|sicherung|regler|wandler|verst(?:ä|ae)rk|gleichricht|schraub|mutter|geh(?:ä|ae)us|halter|kabel|sockel|summer|lautsprech|poti|treiber|empf|sender|anzeige|leucht|k(?:ü|ue)hl|elko|tantal|folie|keram|metall|kohle|schicht|spannung|strom|ger(?:ä|ae)t',
    'condens|bobin|r(?:é|e)sist|interrupt|connett|conect|bouton|bot(?:ó|o)n|pulsant|fusib|rel(?:è|é)|pantall|affich|cristal|tornill|vis(?:$|s)|dado|support|antenne|pulsad|puls|placa|carte|scheda|soquete|z(?:ó|o)calo',
    'резист|конден|диод|транзист|стабил|микросх|разъ|кнопк|реле|дрос|индукт|кварц|предохр|светод|антен|модул|датч|перекл|клем|вилк|розет|плат|винт|гайк|шайб|стойк|кабел|провод|усил|преобр|генер|фильт|тр-р|трансф',
  ].join('|'),
  'iu',
);

/** Words that stand beside a kind, or for one. */
const WORDS: ReadonlySet<string> = new Set(
  ('pin|pad|ring|key|card|test|point|tape|slot|rail|seal|foil|hook|fan|nut|cell|case|tube|lens|clip|pot|led|label|sink|pump|belt|knob|lamp|coil|wire|heat|tin|micro|motor|board|module|strip|spring|jack|plug|relay|' +
    'single|dual|double|triple|quad|octal|hex|low|high|ultra|super|extra|fast|slow|small|large|big|mini|miniature|tiny|thin|thick|wide|narrow|short|long|tall|flat|round|square|right|left|top|bottom|side|angle|angled|straight|vertical|horizontal|upright|' +
    'male|female|front|back|rear|inner|outer|upper|lower|main|common|general|generic|universal|standard|special|basic|simple|smart|digital|analog|analogue|linear|logarithmic|audio|video|power|signal|voltage|current|noise|speed|frequency|precision|accuracy|quality|' +
    'red|green|blue|yellow|white|orange|black|brown|purple|violet|pink|amber|clear|diffused|warm|cool|gray|grey|silver|gold|tin|nickel|copper|steel|brass|nylon|plastic|rubber|metal|carbon|film|ceramic|electrolytic|aluminum|aluminium|polymer|polyester|polypropylene|tantalum|mica|glass|oxide|wirewound|' +
    'surface|through|hole|mount|mounted|mounting|smd|smt|radial|axial|array|network|chip|bulk|reel|tray|kit|set|pack|pair|piece|pieces|part|component|package|type|model|series|version|number|item|spare|assembly|product|device|unit|circuit|integrated|interface|' +
    'logic|bipolar|unipolar|polar|channel|enhancement|depletion|small-signal|rectifying|switching|fixed|adjustable|variable|rotary|slide|toggle|tactile|tact|momentary|latching|dip|rocker|push|reset|boot|user|status|indicator|infrared|ultraviolet|optical|magnetic|hall|pressure|temperature|humidity|motion|sound|touch|' +
    'bluetooth|wifi|wireless|ethernet|serial|parallel|stereo|mono|phone|headphone|coax|coaxial|barrel|screw|spring|snap|wafer|header|shrouded|polarized|locking|shunt|solder|panel|board|edge|mezzanine|stacking|stackable|backplane|waterproof|rechargeable|lithium|alkaline|coin|regulated|step|stepper|boost|buck|dropout|ldo|' +
    'op|opamp|amp|reg|cap|res|ind|conn|con|trans|fet|jfet|nfet|pfet|npn|pnp|osc|pot|sw|hdr|mcu|cpu|microcontroller|computer|arduino|raspberry|nano|uno|' +
    'schwarz|rot|grün|gruen|blau|gelb|weiß|weiss|klein|groß|gross|doppel|einfach|dreifach|vierfach|gerade|gewinkelt|stehend|liegend|männlich|weiblich|und|mit|ohne|' +
    'rouge|vert|bleu|jaune|blanc|noir|droit|coudé|femelle|mâle|rojo|verde|azul|amarillo|blanco|negro|recto|hembra|macho|rosso|giallo|bianco|nero|maschio|femmina|' +
    'mfr|mpn|manufacturer|supplier|vendor|distributor|order|code|ref|new|old|used|alt|alternate|alternative|substitute|original|approved|recommended|preferred|equivalent|similar|same|unknown|various|several|none|other|misc|see|note|use|uses|needs|need|option|optional|replacement|replaces|obsolete|lead|free|rohs|grade|automotive|industrial|military|medical|commercial')
    .split('|'),
);

/** What company names have behind the word that is theirs. */
const OF_COMPANY =
  /^(?:components?|electronics?|electric(?:al)?|semiconductors?|semi|technolog(?:y|ies)|instruments?|devices?|systems?|industr(?:y|ies)|corp|corporation|inc|ltd|gmbh|ag|co|company|group|international|microelectronics|optoelectronics|micro|tech|elektronik|solutions?|products?|materials?|precision|power)\.?$/iu;

/** Whether a word is one that says something of a part, as far as it is known. */
export function isDescribing(word: string): boolean {
  const bare = word.toLowerCase().replace(/[^\p{L}]+$/u, '');
  return WORDS.has(bare) || WORDS.has(bare.replace(/s$/, '')) || KINDS.test(bare);
}

/** Whether a word is part of companies' names and of no one's alone. */
export const isOfCompany = (word: string): boolean => OF_COMPANY.test(word);
