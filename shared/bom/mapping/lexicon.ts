/**
 * Words that headers of BOMs are made of, by what they mean. Facts of eight languages, a line a language where there
 * are several; phrases are parted by `|`, written in lower case and without accents. The longest phrase wins, so
 * `lieferantennummer` is one word of two meanings. Chinese and Japanese phrases are found inside a word, too.
 */

export type Meaning =
  | 'manufacturer'
  | 'supplier'
  | 'part'
  | 'number'
  | 'mpn'
  | 'sku'
  | 'order'
  | 'quantity'
  | 'board'
  | 'total'
  | 'reference'
  | 'designator'
  | 'value'
  | 'footprint'
  | 'package'
  | 'description'
  | 'designation'
  | 'not_placed'
  | 'exclude'
  | 'optional'
  | 'placed'
  | 'note'
  | 'comment'
  | 'internal'
  | 'material'
  | 'item'
  | 'substitution'
  | 'alternate'
  | 'first'
  | 'name'
  | 'type'
  | 'category'
  | 'device'
  | 'model'
  | 'library'
  | 'customer'
  | 'variant'
  | 'empty'
  | 'money'
  | 'link'
  | 'other';

/** Phrases of a meaning, or of several that one word has at once (`manufacturer number`). */
export const LEXICON: readonly (readonly [meanings: string, phrases: string])[] = [
  ['mpn', 'mpn|mpns|mfpn|mfg pn|mfr pn|mfrpn|mfgpn|mpnr|mp|manufacturerpn|mfrpartno|man pn|manpn|mpn value'],
  ['manufacturer number', 'm n|mfn|mfgpartno|mfrno|mfgno'],
  [
    'manufacturer',
    'manufacturer|manufacturers|manufacture|manufacturing|manufactuer|manufacter|manufact|manuf|manf|manu|mfr|mfrs|mfg|mfgr|mfgs|mfct|mf|mnf|mfger|maker|brand|make|man|vendor manufacturer',
  ],
  ['manufacturer', 'aml|avl|approved manufacturer|approved manufacturers'],
  ['manufacturer', 'hersteller|herst|hst|fabrikat|fabrikant|lieferhersteller'],
  [
    'manufacturer number',
    'herstellernummer|herstellernr|herstellerteilenummer|herstellerteilenr|herstellerartikelnummer|hersteller artikelnummer|herstellerbezeichnung|herstellertyp|hersteller typ',
  ],
  ['manufacturer', 'fabricant|fabriquant|fabr|constructeur|marque|fab'],
  ['manufacturer', 'fabricante|marca|productor|fabricantes'],
  ['manufacturer', 'produttore|costruttore|fabbricante|casa produttrice'],
  ['manufacturer', 'producent|vyrobce|fabrikant onderdeel|tillverkare|valmistaja|uretici'],
  ['manufacturer', 'производитель|изготовитель|фирма|бренд|произв|фирма производитель'],
  [
    'manufacturer',
    '制造商|制造厂商|生产商|生产厂家|生产厂商|厂商|厂家|品牌|製造商|厂牌|廠商|廠牌|供应商品牌',
  ],
  ['manufacturer', '제조사|제조업체|제조회사|브랜드'],
  ['manufacturer', 'メーカー名|メーカー|メーカ名|メーカ|製造元|製造者|製造会社'],
  [
    'manufacturer number',
    '制造商零件编号|制造商部件号|制造商型号|厂家型号|厂商型号|厂家料号|厂商料号|制造商料号|原厂型号|原厂料号|メーカー型番|メーカ型番|メーカー品番|メーカ品番|製造元型番',
  ],
  ['mpn', '부품번호|품번|모델명|파트넘버|型号|元件型号|器件型号|物料型号|型號|型番|品番|部品型番|型式'],

  [
    'supplier',
    'supplier|suppliers|vendor|vendors|vendeur|distributor|distributors|distrib|dist|disti|seller|shop|source|dealer|store|sup|retailer|sourcing|purchase from|buy from|where to buy|procurement',
  ],
  ['supplier', 'dostawca|dodavatel|leverancier'],
  [
    'supplier',
    'lieferant|lieferanten|lief|lieferfirma|handler|haendler|distributeur|fournisseur|fourn|fournisseurs|revendeur|proveedor|proveedores|distribuidor|fornitore|fornitori|distributore|поставщик|магазин',
  ],
  [
    'supplier number',
    'lieferantennummer|lieferantennr|lieferantenteilenummer|lieferantenartikelnummer|supplierpn|vendorpn|spn|vpn',
  ],
  ['supplier', '供应商|供應商|经销商|采购渠道|购买渠道|仕入先|仕入れ先|購入先|調達先|代理店|販売店'],
  [
    'supplier number',
    '供应商编号|供应商料号|供应商型号|商品编号|商城编号|立创编号|立创商城编号|立創編號|販売店品番',
  ],
  ['sku', 'sku|skus|catalog|catalogue|cat|stock code|stockcode|stock no|stock number|katalognummer'],
  [
    'order',
    'order|ordering|ordercode|orderno|bestell|bestellung|commande|pedido|ordine|заказ|订购|訂購|注文',
  ],
  [
    'order number',
    'bestellnummer|bestellnr|bestell nr|best nr|bestnr|order code|order codes|ordering code|order number|order no|code commande|reference commande|ref commande|codigo de pedido|codice ordine|codice d ordine|код заказа|номер заказа|订货号|订购编号|订货编号|注文番号|注文コード',
  ],

  [
    'part',
    'part|parts|pt|component|components|comp|cmp|article|artikel|product|material|prod|element|elements|elementy',
  ],
  ['part', 'teil|teile|bauteil|bauteile|bauelement|bauteiltyp|komponente|artikelbezeichnung'],
  [
    'part',
    'composant|composants|piece|pieza|componente|componenti|componentes|pezzo|articolo|articulo|produit|producto|prodotto',
  ],
  ['part', 'компонент|компоненты|деталь|элемент|изделие|元件|元器件|零件|物料|器件|部件|部品|部材|製品'],
  [
    'number',
    'number|numbers|no|nos|num|nr|nbr|id|code|codes|pno|partnum|nummer|numero|numeros|codice|codigo|номер|код|артикул|编号|編號|编码|編碼|号码|编|番号|コード',
  ],
  [
    'part number',
    'pn|p n|pns|p no|partno|partnr|partnumber|part no|part num|teilenummer|teilenr|teile nr|artikelnummer|artikelnr|artikel nr|art nr|art no|bauteilnummer|part nos|numero de piece|numero de pieza|numero de parte|numero parte|codice articolo|parte|партномер|парт номер|парт|零件编号|零件号|元件编号|器件编号|部品番号|部番|部品コード|partnumb',
  ],

  // Alone, the first of these names places.
  [
    'manufacturer part number',
    'bauteil nr hersteller|hersteller bauteil nr|bauteilnr hersteller|hersteller bauteilnr',
  ],

  // Numbers of a house's own stock, in which some write the manufacturer's. SparkFun's library calls them `PROD_ID`.
  ['material', 'prod id|prodid'],
  [
    'material',
    '物料编号|物料编码|物料代码|物料号|物料編號|料号|料號|料件编号|品号|品號|存货编码|材料编码|物编码|部材コード|materialnummer|material number|material no|material code|sachnummer|sachnr|sach nr|ident nr|identnummer|номенклатурный номер|код номенклатуры',
  ],

  [
    'quantity',
    'quantity|quantities|qty|qtys|quan|quant|qnty|qnt|qtty|qunatity|quanity|qantity|count|counts|cnt|amount|pcs|pieces|q ty|q|qte|qt|qtty|qties|no of|number of parts|num parts|component count|used',
  ],
  ['quantity', 'menge|anzahl|anz|stuck|stueck|stk|stuckzahl|stueckzahl|stk zahl'],
  [
    'quantity',
    'aantal|ilosc|szt|sztuk|sztuki|liczba|liczba sztuk|mnozstvi|pocet|kusu|ks|antal|maara|adet|miktar|qtd|qtde|buc|bucati|nr bucati|nr buc|numar bucati|cantitate',
  ],
  [
    'quantity',
    'quantite|qte|nombre|nb|nbre|qty unitaire|cantidad|cant|cantidades|uds|quantita|qta|q ta|pezzi|quantidade',
  ],
  ['quantity', 'количество|кол|кол во|кол в о|колво|шт'],
  [
    'quantity',
    '數量|수량|개수|数量|用量|消耗|消耗量|消耗数|消耗数量|实际用量|单板用量|單板用量|单机用量|个数|個数|员数|員数|使用数|用数|使用数量',
  ],
  ['quantity total', 'needed|required|req|qty needed|qty required|need|to buy|benotigt|besoin'],
  [
    'board',
    'per board|per pcb|per unit|per assembly|per assy|board|pcb|unit|per|each|assy|assembly qty|bom qty|pro platine|pro leiterplatte|par carte|por placa|per scheda|на плату|台あたり|台当たり|枚あたり|基板あたり|每台|每套|每块|单台|单套|单板|单块|单块板|每块板|一块板|每板|單板|單塊板|每塊板|po plytce|na plytke|na desku|por tarjeta|por pcb|je platine|je leiterplatte|per printplaat',
  ],
  [
    'total',
    'total|totals|sum|build|ext|extended|order|buy|purchase|purch|to order|ordered|gesamt|summe|totale|всего|итого|总数|总量|合计|総数|run|panel|x10|stock|available|avail|have|on hand|in stock|inventory|min|minimum|moq|spare|spares|extra|attrition|lot|kit|batch|for',
  ],

  [
    'designator',
    'designator|designators|desig|designater|desginator|refdes|ref des|refdesig|ref desig|reference designator|reference designators|reference designation|reference designations|ref designator|ref designators|refdesignator|circuit ref|circuit reference|schematic reference|schematic ref|component reference|reference id|part reference|part references|part ref|part designator|board ref|board reference|pcb ref|location|locations|loc|placement|placements|identifier|identifiers|refs|references|refdess|ref s|reference s|designator s|desig s|part designators',
  ],
  ['designator', 'oznaczenie|oznaczenia|oznaceni|beteckning|tunnus|referenties|referencie|referencja'],
  [
    'designator',
    'bezeichner|referenzen|bauteilbezeichner|bauteilreferenz|bauteilname|platzierung|bestuckungsplatz|schaltplanreferenz|bauteil nr',
  ],
  [
    'designator',
    'designateur|reperes|repere|rep|rif|repere topologique|references des composants|emplacement|designador|designadores|referencias|riferimento|riferimenti|designatore|designatori',
  ],
  [
    'designator',
    'позиционное обозначение|поз обозначение|поз обозн|позиционные обозначения|обозначение|позиция на плате|обозн|рефдес|десигнатор|поз обознач',
  ],
  [
    'designator',
    '참조|참조번호|위치|위치번호|부품위치|레퍼런스|位号|元件位号|器件位号|标号|標號|位置号|参考编号|参考标号|位置|位號|丝印|参考位号|参照番号|リファレンス|回路記号|回路番号|部品記号|記号|配置番号|シンボル|ロケーション',
  ],
  ['reference', 'reference|ref|referenz|referencia|ref num|reff|referens|ref no|ref nr|ref id'],

  ['value', 'value|values|val|vals|nominal|nominal value|part value|comp value|component value|cmp value'],
  ['value', 'waarde|wartosc|hodnota|varde|arvo|deger|valoare'],
  [
    'value',
    'wert|werte|bauteilwert|valeur|valeurs|valor|valores|valore|valori|номинал|значение|值|参数|参数值|阻值|容值|规格|规格值|規格|値|定数|部品定数|仕様値',
  ],
  [
    'footprint',
    'footprint|footprints|foot print|pcb footprint|pcb decal|decal|land pattern|landpattern|pattern|footprint name|pcblib|pcb library|footprint ref|footprintref',
  ],
  ['footprint', 'empreinte|huella|impronta|посадочное место|футпринт|封装名称|フットプリント|pcb封装'],
  [
    'package',
    'package|packages|pkg|case|size|pack|package case|case package|package footprint|packagesize|package size|case size|component size|housing|form factor|smd package|device package|package type',
  ],
  ['package', 'behuizing|obudowa|pouzdro|kapsling|kotelo|kilif'],
  [
    'package',
    'abmessung|abmessungen|baugrosse|baugroesse|gehause|gehaeuse|bauform|bauteilgehause|boitier|taille|encapsulado|capsula|tamano|contenitore|case type|корпус|типоразмер|封装|封裝|元件封装|器件封装|封装形式|尺寸|パッケージ|サイズ|外形',
  ],
  [
    'description',
    'description|descriptions|descripton|desciption|decription|discription|desc|descr|part description|details|detail|component description|product description|title|specification|specifications|spec|specs|characteristics|item description|long description|short description|function',
  ],
  ['description', 'omschrijving|opis|popis|beskrivning|kuvaus|aciklama|descricao|descriere|denumire'],
  [
    'description',
    'beschreibung|beschr|bezeichnung|benennung|spezifikation|descripcion|descrizione|descriptif|libelle|описание|характеристики|характеристика|描述|说明|說明|品名|元件描述|物料描述|规格描述|規格描述|说明书|産品描述|説明|仕様|備考仕様|部品説明|详细|特性',
  ],
  ['designation', 'наим|designation|designations|denominacion|denominazione|наименование|название'],
  [
    'name',
    'name|names|bezeichnername|nom|nome|nombre del componente|имя|名称|名稱|元件名称|物料名称|器件名称|部品名|品目|名前',
  ],
  [
    'type',
    'type|types|typ|part type|comp type|component type|tipo|тип|类型|類型|种类|種類|kind|class|family|分类|类别',
  ],
  ['category', 'category|categories|kategorie|categorie|categoria|категория'],
  ['device', 'device|devices|model'],
  ['model', '规格型号|規格型號|型号规格|型号规格参数|规格及型号'],
  [
    'library',
    'libref|lib ref|libpart|lib part|library ref|library reference|library|lib|symbol|schlib|design item id|design item|lib name|library name|deviceset|sch lib',
  ],

  [
    'not_placed',
    'dnp|dnf|dni|dnm|dns|dnb|dnl|nopop|no pop|do not place|do not fit|do not install|do not populate|do not mount|do not stuff|do not assemble|do not solder|do not load|not placed|not fitted|not populated|not installed|not mounted|not stuffed|not assembled|no stuff|nostuff|no mount|no fit|unpopulated|dont place|don t place|dont populate|exclude|excluded|exclude from bom|excluded from bom|not in bom|unplaced|nofit|nc dnp|dnp flag|is dnp|dnp info|omit|skip|leave empty|not fit',
  ],
  [
    'not_placed',
    'nicht bestucken|nicht bestuckt|nicht bestueckt|nicht bestuecken|unbestuckt|non monte|non montes|ne pas monter|ne pas placer|no montar|no poblar|no colocar|sin montar|non montare|non montato|не устанавливать|не ставить|не монтировать|не паять|不贴|不焊|不装|不安装|不上件|不贴装|免贴|不焊接|不贴片|未実装|実装なし|非実装|不実装',
  ],
  [
    'exclude',
    'exclude from board|excluded from board|exclude from sim|exclude from position files|exclude from pos files',
  ],
  ['optional', 'optional|opt|option|optionnel|opcional|opzionale|опционально|可选|选装'],
  [
    'placed',
    'place|placed|populate|populated|population|fit|fitted|mount|mounted|stuff|stuffed|stuffing|install|installed|assemble|assembled|on board|onboard|bom|load|loaded|pop|fit status|assembly|include|included|in bom|in assembly|bom inclusion|fitment|to be placed|to be fitted|to mount',
  ],
  [
    'placed',
    'bestuckt|bestucken|bestueckt|bestuecken|bestuckung|bestueckung|monte|monter|montage|montar|montado|poblar|montare|montato|монтировать|монтируется|монтаж|устанавливать|устанавливается|установка|贴装|是否贴片|是否贴装|是否焊接|上件|焊接|実装|実装有無|実装可否|是否安装',
  ],

  [
    'note',
    'note|notes|remark|remarks|memo|annotation|annotations|info|information|notice|misc|observation|observations|additional info|special instructions|instructions',
  ],
  [
    'note',
    'bemerkung|bemerkungen|anmerkung|anmerkungen|hinweis|hinweise|notiz|kommentare|remarque|remarques|nota|notas|observaciones|osservazioni|примечание|примечания|заметки|备注|備註|备考|注释|附注|備考|注記|メモ|コメント',
  ],
  [
    'note',
    'uwagi|uwaga|poznamka|poznamky|opmerking|opmerkingen|anmarkning|anmarkningar|bemerkning|bemaerkning|huomautus|huomautuksia|megjegyzes|observacoes|observacao|nota bene|notlar|прим|ghi chu',
  ],
  [
    'comment',
    'comment|comments|kommentar|commentaire|commentaires|comentario|comentarios|commento|комментарий|комментарии|注释值',
  ],
  [
    'internal',
    'internal|company|inhouse|in house|house|ipn|own|sap|erp|corporate|plm|inventree|partkeepr|intern|interne|interno|interna|our|local|внутренний|自编|内部|公司料号|公司编码|自社|社内|mrp|odoo|bom key|bom key|database',
  ],
  ['customer', 'customer|kunde|kunden|client|cliente|客户|顧客|cust|user'],
  [
    'item',
    'item|items|lp|find|find no|find number|find num|balloon|line|lines|index|idx|row|pos|position|posn|line item|item no|item number|item nr|line no|line number|s no|sno|sl no|sr no|sr|serial|seq|sequence|lfd nr|lfd|lfdnr|ligne|rang|n|linea|riga|п п|no п п|поз|позиция|строка|序号|序號|项目|行号|项次|項目|項番|行|通番|番',
  ],
  [
    'substitution',
    'substitution|substitutions|substitutions policy|substitution policy|substitute allowed|substitutes allowed|substitutions allowed|substitute ok|substitutes ok|substitution allowed|alternates allowed|alternate allowed|alternative allowed|alternatives allowed|substitutable|equivalent allowed|equivalents allowed|replacement allowed|replaceable|or equivalent|代用可|是否可替代|可替代',
  ],
  [
    'alternate',
    'alternate|alternates|alternative|alternatives|alternativ|alternativa|alternativo|altern|alt|substitute|substitutes|replacement|replacements|second source|secondary|second|secondsource|2nd|2nd source|backup|equivalent|equivalents|ersatz|ersatztyp|alternativteil|equivalente|sustituto|sostituto|аналог|замена|аналоги|替代|替代料|替代型号|代替|代替品|代替品番|セカンドソース|third|3rd|crossref|cross reference',
  ],
  ['first', 'primary|preferred|main|first|1st|original|default|recommended|approved|selected|主料|首选'],
  [
    'variant',
    'variant|variants|variante|varianten|lowcost|low cost|low price|cheap|premium|high end|lite|alternate build|config|configuration|version|вариант',
  ],
  ['value', '값|정격|용량'],
  ['description', '설명|품명|사양|규격'],
  ['package', '패키지|풋프린트'],
  ['note', '비고'],
  ['supplier', '공급사|공급업체|구매처'],
  ['item', '순번'],
  ['empty', 'empty|leer|vide|vacio|vuoto'],

  // What CAD programs and lists write in these languages besides, after all that goes before it.
  [
    'designator',
    'bauteilkennung|bauteilkennzeichen|bauteilkennzeichnung|bmk|betriebsmittelkennzeichen|referenzbezeichner|positionsbezeichner|einbauort|einbauplatz|einbauposition|bestuckposition|schaltplanname',
  ],
  [
    'designator',
    'designateurs|repere schema|reperes schema|localisation|implantation|identificador|identificadores|ubicacion|ubicaciones|posiciones|identificativo|identificativi|sigla|sigle|posizione|posizioni',
  ],
  [
    'designator',
    'обозначения|обозначение на схеме|обозначение по схеме|обознач|позиции|позиционное обознач|дезигнатор|реф|元器件位号|器件位号|器件标号|元件标号|标识符|焊接位号|贴片位号|零件位號|實裝位置|リファレンス番号|実装位置|取付位置|部品位置|部品シンボル|回路図番号|位置番号',
  ],
  [
    'quantity',
    'stck|stuckz|bedarf|verbaut|bestuckmenge|quantites|qtes|nombre de pieces|ctd|cdad|unidades|numero pezzi|nr pezzi|quant|к во|штук|数目|數目|使用量|需求数量|单位用量|每板数量|用料数量|必要数|必要数量|必要個数|必要个数|所要数|所要数量|所需数量|使用個数|点数|実装数|実装数量|実装個数|搭載数|搭載数量|取付数|取付数量|員数|员数|装贴数|装贴数量|贴装数|贴装数量|贴片数|贴片数量|焊接数量|安装数量|装配数量',
  ],
  [
    'value',
    'valeur nominale|valor nominal|valore nominale|номиналы|значения|параметр|параметры|元件值|标称值|元件参数|规格参数|部品値|抵抗値|容量値',
  ],
  [
    'footprint',
    'empreintes|huellas|impronte|посад место|посадочные места|футпринты|焊盘|封装类型|封装规格|封裝類型|フットプリント名|ランドパターン',
  ],
  [
    'package',
    'gehausetyp|bauformen|boitiers|encapsulados|empaquetado|contenitori|involucro|корпуса|тип корпуса|типоразмеры|パッケージ名|形状|外形寸法',
  ],
  [
    'description',
    'bauteilbeschreibung|artikelbeschreibung|kurztext|langtext|intitule|caracteristiques|especificacion|especificaciones|detalle|detalles|detalhe|detalhes|dettaglio|dettagli|caracteristicas|specifiche|caratteristiche|descrizioni|описания|元器件描述|详细描述|功能描述|規格說明|部品詳細|品名規格',
  ],
  [
    'manufacturer',
    'herstellername|fabricants|constructeurs|produttori|marchio|производители|изготовители|вендор|制造厂|制造厂家|製造廠商|制造商名称|厂商名称|品牌名|製造メーカー|製造業者',
  ],
  [
    'manufacturer number',
    '制造商编号|制造商部件编号|制造商零件号|厂商编号|厂家编号|原厂编号|製造商料號|製造商編號|廠商料號|メーカー型式|メーカー型名|製造型番',
  ],
  ['manufacturer number', 'symbol producenta|numer producenta|nr producenta|indeks producenta'],
  ['mpn', '型名|製品型番|部品型名|部品型式|形名'],
  [
    'supplier',
    'bezugsquelle|handlername|vendedor|tienda|rivenditore|negozio|venditore|поставщики|дистрибьютор|продавец|供应商名称|供货商|供應商名稱|購入店|販売先|販売元|調達元|購入場所',
  ],
  [
    'supplier number',
    'bestellcode|lieferantenbestellnummer|供应商部件编号|供应商零件号|采购编号|立创料号|立创商品编号|供應商料號|通販コード|販売コード|購入先品番|購入先コード',
  ],
  ['note', 'annotazioni|пометка|пометки|备注信息|备注说明|備註欄|備考欄|コメント欄|メモ欄'],
  [
    'not_placed',
    'не устанавливается|не монтируется|не запаивать|не ставится|未搭載|非搭載|実装無し|不實裝',
  ],
  ['item', 'laufende nummer|zeile'],
  ['money', 'stuckpreis|stueckpreis|gesamtkosten|einzelkosten|値段|合計金額|定価'],

  // Words that say nothing of what a column holds.
  ['', 'stuckliste|stueckliste|del|della|delle|dei|degli|von|vom|fur|fuer|para|pour'],
  [
    '',
    'yes no|y n|yes or no|ja nein|j n|oui non|si no|true false|the|of|and|or|a|to|in|by|is|de|du|des|la|le|les|l|d|el|los|und|oder|da|et|e|у|на|в|и|的|の|if any|list|s|es|see|etc',
  ],

  [
    'money',
    'price|prices|cost|costs|unit price|unit cost|ext price|ext cost|extended price|total price|total cost|usd|eur|gbp|cad|cny|rmb|euro|dollar|preis|preise|einzelpreis|gesamtpreis|kosten|prix|cout|precio|coste|costo|prezzo|costo unitario|цена|стоимость|сумма|cena|cena brutto|cena netto|cena jednostkowa|pret|pret unitar|pret total|pret bucata|单价|價格|价格|金额|总价|总金额|成本|単価|価格|金額|小計|subtotal|budget|currency|price each|tariff',
  ],
  [
    'other link',
    'url|urls|link|links|hyperlink|web|website|site|page|href|ссылка|链接',
  ],
  [
    'other',
    'datasheet|data sheet|datasheets|doc|docs|datenblatt|image|picture|photo|thumbnail|stock|availability|available|lead|leadtime|lead time|rohs|reach|compliance|lifecycle|life cycle|status|weight|mass|tolerance|tol|voltage|rated voltage|volt|current|power|wattage|watt|rating|ratings|temperature|temp|tempco|temp range|temperature range|dielectric|date|revision|rev|moq|minimum|min|max|multiple|packaging|height|length|width|thickness|dimensions|dimension|depth|angle|rotation|rot|orientation|side|layer|tb|center x|center y|mid x|mid y|ref x|ref y|pad x|pad y|x|y|z|posx|posy|pos x|pos y|coord|coordinates|lat|pins|pin|pin count|pincount|pads|3d model|contributor|part class|convert to pcb|add into bom|sheet|sheetpath|path|document|file|filename|checked|verified|tested|author|created|updated|modified|country|origin|coo|hts|eccn|tax|vat|color|colour|mounting type|mount type|mounting|technology|smt|smd|tht|th|smd tht|joints|solder|process|msl|confidence|subsystem|group|section|block|module|sim|spice|fields|config pin|attributes|resistance|capacitance|inductance|frequency|freq|esr|impedance|material type|composition|bom level|level|uom|unit of measure|units|einheit|unite|unidad|unita|ед|ед изм|单位|單位|単位|精度|误差|耐压|电压|电流|功率|温度|库存|交期|图片|数据手册|许容差|許容差|耐圧|定格|在庫|納期|データシート|даташит|напряжение|допуск|datenblatter|fiche technique|hoja de datos|scheda tecnica|qty shipped|shipped|backorder|invoice|currency code|mounted side|wurth|done|ordered|arrived|purchased|bought|got',
  ],
];

/** Distributors, as headers and cells name them. The first spelling is the one that is shown. */
export const DISTRIBUTORS: readonly (readonly [name: string, spellings: string])[] = [
  ['DigiKey', 'digikey|digi key|dk|digikey com|digi'],
  ['Mouser', 'mouser|mouser electronics|mouser com|ms|mou'],
  ['LCSC', 'lcsc|szlcsc|lcsc electronics|立创|立创商城|嘉立创|立創|lc|lsc'],
  ['JLCPCB', 'jlcpcb|jlc|jlc pcb|嘉立创贴片|jlcsmt'],
  ['Farnell', 'farnell|farnell com|cpc|cpc farnell|farn'],
  ['Newark', 'newark|newark element14|newar|newark com'],
  ['element14', 'element14|element 14|e14|premier farnell'],
  ['RS', 'rs|rs components|rs online|radiospares|rscomponents|rs pro'],
  ['TME', 'tme|tme eu|transfer multisort elektronik'],
  ['Arrow', 'arrow|arrow electronics|arrow com'],
  ['Avnet', 'avnet|avnet eu|avneteu|silica|ebv'],
  ['Future', 'future electronics|future|futureelectronics'],
  ['Verical', 'verical'],
  ['Chip1Stop', 'chip1stop|chip 1 stop|チップワンストップ'],
  ['Reichelt', 'reichelt|reichelt elektronik'],
  ['Conrad', 'conrad|conrad electronic'],
  ['Distrelec', 'distrelec|elfa|elfa distrelec|schuricht'],
  ['Rutronik', 'rutronik|rutronik24'],
  ['Würth', 'wurth elektronik eisos shop'],
  ['Onlinecomponents', 'onlinecomponents|online components'],
  ['FreelanceElec', 'freelanceelec|freelance electronics'],
  ['TTI', 'tti|tti europe'],
  ['Heilind', 'heilind'],
  ['Allied', 'allied|allied electronics'],
  ['Jameco', 'jameco'],
  ['SparkFun', 'sparkfun|sfe'],
  ['Adafruit', 'adafruit'],
  ['Seeed', 'seeed|seeedstudio|seeed studio|opl|seeed opl'],
  ['Tayda', 'tayda|tayda electronics'],
  ['AliExpress', 'aliexpress|ali express|ali|alibaba|taobao|淘宝'],
  ['Amazon', 'amazon|amazon com'],
  ['eBay', 'ebay'],
  ['Bürklin', 'burklin|buerklin'],
  ['Pollin', 'pollin'],
  ['GOTRONIC', 'gotronic'],
  ['Marutsu', 'marutsu|マルツ'],
  ['Akizuki', 'akizuki|秋月|秋月電子|秋月電子通商'],
  ['Sengoku', 'sengoku|千石|千石電商'],
  ['ChipDip', 'chipdip|chip dip|чип и дип|чипдип'],
  ['Compel', 'compel|компэл'],
  ['Platan', 'platan|платан'],
  ['Ozdisan', 'ozdisan'],
  ['WIN SOURCE', 'win source|winsource'],
  ['Rochester', 'rochester electronics|rochester'],
  ['Master Electronics', 'master electronics|masterelectronics'],
  ['HQ Online', 'hqonline|hq online|hqew'],
  ['Octopart', 'octopart'],
  ['McMaster-Carr', 'mcmaster|mcmaster carr'],
];
