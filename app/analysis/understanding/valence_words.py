"""Words that praise and blame in eight languages, written for this program: * stands for any ending.

Each language has five lines of words: very good, good, bad, very bad, and what is bad only in feedback (a delay, a
refund). Then words that turn a judgement round, that strengthen it, that weaken it, and after which the weightier
half of a sentence begins.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language, as written below."""

    best: str
    good: str
    bad: str
    worst: str
    trouble: str
    no: str
    more: str
    less: str
    but: str


LANGUAGES: dict[str, Words] = {
    "en": Words(
        best="excellent* amazing* awesome* fantastic* wonderful* outstanding* superb* brilliant* perfect* perfection "
        "incredible incredibly* exceptional* phenomenal flawless* delightful* love loved loves loving best delicious "
        "magnificent* marvel* stunning* gorgeous* terrific* fabulous* impeccabl* masterpiece thrilled delighted "
        "top-notch unbeatable stellar glorious* exquisite* adore* must-have must-see treasure*",
        good="good great nice nicely fine like liked likes enjoy* pleas* glad happy happi* satisf* recommend* help* "
        "friendl* kind kindly polite* courteous* comfort* clean* easy easily easier quick* fast prompt* efficient* "
        "reliabl* sturdy solid useful* worth worthwhile thank thanks thankful* grateful* appreciat* impress* "
        "beautiful* lovely pretty cute fun funny hilarious entertain* interesting* fresh tasty yummy juicy crispy "
        "tender flavorful flavourful cheap affordable bargain fair fairly-priced reasonable generous smooth* "
        "responsive professional* attentive* knowledgeable competent charming warm welcoming cozy cosy relaxing "
        "strong success* succeed* work works worked well better improve* improvement* convenient* intuitive* sleek "
        "crisp clear* bright sharp loud-enough durable lightweight handy cool smart clever talented touching moving "
        "memorable engaging riveting compelling genuine* honest* superior winner win wins positive* plus bonus hit "
        "right accurate* correct* safe trust* trustworthy patient* thorough* helpful",
        bad="bad badly poor* weak* slow* sluggish dirty filthy* rude* unfriendly impolite unhelpful useless* "
        "worthless broken broke breaks break defect* faulty fault* damag* crack* scratch* leak* noisy loud cold stale "
        "bland tasteless dry soggy greasy overcooked undercooked burnt rubbery overpriced expensive pricey boring* "
        "bored dull predictable pointless* stupid* silly dumb lame cheesy annoy* irritat* frustrat* disappoint* "
        "unhappy upset sad sadly angry complain* complaint* problem* issue* trouble* error* bug bugs buggy crash* "
        "freez* fail* failure wrong* incorrect* mistake* missing lack* lacks lacking mediocre average cheap-looking "
        "flimsy uncomfortabl* difficult* hard-to confus* complicated messy mess unreliabl* unprofessional* "
        "incompetent* careless* ignor* sorry unfortunately regret* avoid* waste* wasted wasting dropped drops drop "
        "static cheaply garbled muffled unclear unusable uninspired pathetic* sick ill nausea* smell* stink* stank "
        "bother* hate* dislike* worse negative* wont-work short-lived thin tinny clumsy awkward* overrated "
        "disrespect* unfair* mislead* misled false fake scam* rip-off ripoff dissatisf* unsatisf* unacceptabl* "
        "inconvenien* insult* unbearable lousy cliche* flat plodding lost skip",
        worst="terribl* horribl* awful* worst disgust* atrocious* abysmal* appalling* dreadful* disaster* nightmare* "
        "garbage trash* crap crappy junk sucks suck sucked sucking horrid horrendous* hideous* pathetic ridiculous* "
        "outrag* disgrace* inexcusabl* unacceptable rubbish shit* bullshit fraud* theft",
        trouble="delay* late refund* return returned returning cancel* overdue wait waited waiting queue outage* "
        "downtime unanswered expired stopped stops hang hangs replace* repair*",
        no="not no never none nobody nothing neither nor without cannot can't cant don't dont doesn't doesnt didn't "
        "didnt won't wont wouldn't wouldnt couldn't couldnt shouldn't isn't isnt wasn't wasnt aren't arent weren't "
        "hasn't haven't hadn't hardly barely scarcely n't lack lacks lacking far-from",
        more="very really extremely so too absolutely totally completely highly super incredibly truly especially "
        "particularly insanely utterly quite most definitely by-far",
        less="slightly somewhat rather fairly bit little kinda kind-of partly mildly a-bit",
        but="but however although though yet nevertheless unfortunately",
    ),
    "de": Words(
        best="hervorragend* ausgezeichnet* fantastisch* wunderbar* großartig* perfekt* exzellent* genial* "
        "spitze spitzenmäßig* super* toll* traumhaft* überragend* begeistert* liebt lieben liebte beste besten bester bestes bestem bestens "
        "klasse erstklassig* vorzüglich* einmalig* phänomenal* vorbildlich* wundervoll* sensationell*",
        good="gut gute guter gutes guten gutem besser* schön schöne schöner schönes schönen schönem schönste* nett nette netter nettes netten nettem nettest* freundlich* hilfsbereit* höflich* zufrieden* "
        "empfehl* gern gerne gefällt gefallen gefiel mag mögen lecker* köstlich* frisch* sauber* schnell* zügig* "
        "pünktlich* zuverlässig* kompetent* professionell* günstig* preiswert* fair* danke dank dankbar* vielen-dank "
        "angenehm* bequem* gemütlich* kinderleicht* praktisch* nützlich* hilfreich* stabil* robust* hochwertig* "
        "freu* froh* glücklich* erfreu* lob* gelungen* erfolgreich* interessant* spannend* lustig* witzig* unterhaltsam* "
        "überzeug* beeindruck* problemlos* störungsfrei* reibungslos* einwandfrei* tadellos* übersichtlich* verständlich* geduldig* "
        "aufmerksam* herzlich* liebevoll* funktioniert* klappt* geklappt richtig ehrlich* vertrau* positiv* "
        "lohnt* lohnenswert* gewinn* hilft geholfen unkompliziert* sympathisch* charmant*",
        bad="schlecht* schwach* langsam* schmutzig* dreckig* unfreundlich* unhöflich* frech* unverschämt* nutzlos* "
        "kaputt* defekt* fehlerhaft* fehler* beschädigt* zerbrochen* laut* kalt* fad* geschmacklos* teuer* überteuert* "
        "langweilig* öde dumm* blöd* doof* nervig* nervt ärger* verärgert* frustrier* enttäusch* unzufrieden* traurig* "
        "wütend* beschwer* risik* gefahr* gefährlich* überfüllt* chaos chaotisch* gestört* problem* mangel* mängel mangelhaft* falsch* fehlt* fehlen* fehlend* mittelmäßig* billig* "
        "unbequem* schwierig* kompliziert* unübersichtlich* unzuverlässig* unprofessionell* inkompetent* ignorier* "
        "leider bereu* vermeid* verschwend* verschwendung schade stink* gestank hass* schlimm* negativ* betrug* "
        "betrogen unfair* ungenießbar* unbrauchbar* unverständlich* lieblos* versagt* absturz* abgestürzt hängt "
        "abzocke mies* ungeduldig* arrogant* unpünktlich* minderwertig* sinnlos* umsonst vergeblich* krank* angst*",
        worst="furchtbar* schrecklich* grauenhaft* grauenvoll* katastroph* ekel* eklig* widerlich* unterirdisch* "
        "entsetzlich* miserabel* mist scheiß* scheiss* scheiße alptraum* albtraum* skandal* frechheit unzumutbar* "
        "schlimmste* schlechteste* abscheulich* inakzeptabel* müll schrott",
        trouble="verspät* verzöger* zu-spät warte* gewartet wartezeit* rückerstattung* erstattung* storn* "
        "reklam* umtausch* zurückgeschickt mahnung* ausfall* ausfäll* ausgefallen verloren "
        "störung* gesperrt* sperrung* streik* funkloch* funklöch* umgeleitet* unfall* unfäll*",
        no="nicht kein keine keinen keiner keinem keines nie niemals nichts niemand ohne weder kaum nirgends beendet beenden beendete endet behoben aufgehoben",
        more="sehr wirklich extrem so zu absolut total völlig besonders äußerst wahnsinnig überaus richtig ganz "
        "unglaublich echt ausgesprochen mega",
        less="etwas ziemlich ein-wenig bisschen leicht teilweise halbwegs einigermaßen",
        but="aber jedoch allerdings obwohl dennoch trotzdem doch leider",
    ),
    "fr": Words(
        best="excellent* fantastique* merveilleu* magnifique* parfait* génial* géniale* formidable* exceptionnel* "
        "superbe* adore* adoré* extraordinaire* impeccable* remarquable* meilleur* sublime* délicieu* incroyable* "
        "splendide* ravi ravie ravis ravies top enchanté*",
        good="bon bonne bons bonnes bien aime aimé aimons aimer agréable* sympa* sympathique* gentil* aimable* poli "
        "polie satisf* recommand* conseille* content* heureu* plaisir* plaît plait plu merci remerci* rapide* rapidement "
        "efficace* propre* frais fraîche* savoureu* confortable* pratique* utile* facile* facilement simple* fiable* "
        "solide* professionnel* compétent* accueillant* chaleureu* attentif* attentionné* joli* beau belle beaux belles "
        "mieux intéressant* amusant* drôle* réussi* succès fonctionne* abordable* avantageu* honnête* correct* juste "
        "patient* souriant* impressionn* positif* positive* qualité avantage* bravo disponible* serviable* clair* "
        "ponctuel* soigné* aide aidé ami amour confiance bonheur",
        bad="mauvais* mal faible* lent lente lents lentement sale sales impoli* désagréable* inutile* cassé* casse "
        "défectueu* défaut* panne* abîmé* endommagé* bruyant* froid* fade* cher chère chers chères ennuyeu* ennui* "
        "bête* stupide* énerv* agaç* frustr* déçu* décev* déception* mécontent* insatisf* triste* colère fâché* plain* "
        "plainte* problème* erreur* manqu* manque faux fausse médiocre* inconfortable* difficile* compliqué* confus* "
        "incompétent* ignor* malheureusement regrett* évite* éviter perte perdu* gaspill* dommage puant* pue déteste* "
        "pire pires négatif* négative* arnaque* vol trompeu* injuste* inadmissible* incapable* désolé* raté* bug bugs "
        "plante* bof malpoli* antipathique* froideur absurde* pénible* peur haine malade* souffr* triste*",
        worst="horrible* affreu* terrible* épouvantable* catastroph* dégoût* dégueulasse* honte honteu* scandal* nul "
        "nulle nuls nulles inacceptable* cauchemar* lamentable* exécrable* atroce* merde* merdi* immonde* déplorable*",
        trouble="retard* attente* attendre attendu rembours* annul* retour retourné* relance* litige* réclam*",
        no="pas ne jamais rien aucun aucune ni sans personne plus guère peu",
        more="très vraiment extrêmement si trop absolument totalement complètement particulièrement tellement super "
        "hyper bien tout-à-fait",
        less="peu assez plutôt légèrement un-peu relativement moyennement",
        but="mais cependant pourtant toutefois malgré néanmoins",
    ),
    "es": Words(
        best="excelente* fantástic* maravillos* perfect* increíble* estupend* genial* magnífic* espectacular* "
        "extraordinari* encanta* encantó encantado* encantada* mejor mejores inmejorable* delicios* fenomenal* "
        "impresionante* sobresaliente* brillante* fabulos* espléndid* amo adoro",
        good="buen buena bueno buenos buenas bien bonit* bell* linda lindo gusta gustó gustan gustaron amable* "
        "simpátic* atent* educad* satisf* satisfech* recomend* content* feliz felices alegr* agrad* gracias agradec* "
        "rápid* rapidez eficaz eficiente* limpi* fresc* sabros* ric* cómod* acogedor* práctic* útil* fácil* fácilmente "
        "sencill* fiable* sólid* profesional* competente* barat* económic* just* honest* interesante* divertid* "
        "graci* exitos* éxito funciona* funcionó positiv* calidad ventaj* paciente* puntual* cuidad* clar* ayud* "
        "correct* acert* confianza tranquil* amistos* cariños* amor disfrut* vale-la-pena",
        bad="mal mala malo malos malas lent* suci* maleducad* grosero* grosera* antipátic* inútil* rot* defectuos* "
        "defecto* averiad* avería* dañad* ruidos* frío* fría* sos* insípid* car caro cara caros caras aburrid* tont* "
        "estúpid* molest* fastidi* frustr* decepcion* insatisf* trist* enfadad* enoj* queja* quejar* problema* error* "
        "falla* fallo* falló falta* faltan falso* falsa* mediocre* incómod* difícil* complicad* confus* incompetente* "
        "ignor* lament* lamentablemente desgraciadamente arrepent* evit* perder pérdida* perdid* desperdici* lástima "
        "apest* odio odia* odié peor peores negativ* estafa* engañ* injust* fatal* débil* regular pésim* miedo enferm* "
        "sufr* dolor*",
        worst="horrible* terrible* espantos* pésim* asqueros* asco desastr* vergüenza vergonzos* inaceptable* "
        "pesadilla* repugnante* nefast* lamentable* basura mierda* atroz* escándal*",
        trouble="retras* tard* tarde demora* espera* esperar esperé reembols* devol* cancel* reclam* sin-respuesta",
        no="no nunca jamás nada ningún ninguna ninguno ni sin nadie tampoco apenas",
        more="muy realmente extremadamente tan demasiado absolutamente totalmente completamente especialmente súper "
        "super bastante mucho muchísimo",
        less="poco algo un-poco ligeramente relativamente medio",
        but="pero sin-embargo aunque no-obstante",
    ),
    "it": Words(
        best="eccellent* fantastic* meraviglios* perfett* incredibil* stupend* magnific* splendid* straordinari* "
        "ottim* favolos* eccezional* squisit* delizios* adoro amo migliore migliori spettacolar* impeccabil* genial* "
        "brillant* superb* top",
        good="buon buona buono buoni buone bene bell* carin* piace piaciuto piaciuta piacev* gentil* simpatic* cortes* "
        "educat* soddisf* consigli* raccomand* content* felic* liet* piacere grazi* ringrazi* rapid* veloc* efficien* "
        "pulit* fresc* saporit* gustos* comod* accoglient* pratic* util* facil* semplic* affidabil* solid* profession* "
        "competent* economic* conveniente* giust* onest* interessant* divertent* riuscit* successo funziona* positiv* "
        "qualità vantagg* pazient* puntual* curat* chiar* aiut* disponibil* corrett* fiducia amichevol* amore godibil*",
        bad="male cattiv* brutt* lent* sporc* maleducat* scortes* antipatic* inutil* rott* difettos* difett* guast* "
        "danneggiat* rumoros* fredd* insipid* car caro cara cari care costos* noios* noia stupid* scem* fastidios* irrit* "
        "frustr* delu* delusione insoddisf* scontent* trist* arrabbiat* lament* reclam* problem* error* sbagliat* manca* "
        "mancan* fals* mediocr* scomod* difficil* complicat* confus* incompetent* ignor* purtroppo pent* evitare evitat* "
        "perdita perso persa spreco sprecat* peccato puzz* odio odia* peggio peggior* negativ* truffa* ingann* ingiust* "
        "debol* scadent* paura malat* soffr* dolor*",
        worst="orribil* terribil* pessim* schifos* schifo disastr* vergogn* inaccettabil* incubo disgust* atroc* "
        "spazzatura merda* scandal* spaventos* penos*",
        trouble="ritard* attes* attendere aspett* rimbors* annull* restitu* reso disdett* recess*",
        no="non no mai niente nulla nessun nessuna nessuno né senza neanche nemmeno appena",
        more="molto davvero estremamente così troppo assolutamente totalmente completamente particolarmente super "
        "veramente tanto",
        less="poco abbastanza leggermente un-po' piuttosto relativamente",
        but="ma però tuttavia sebbene nonostante purtroppo",
    ),
    "nl": Words(
        best="uitstekend* fantastisch* geweldig* prachtig* perfect* schitterend* voortreffelijk* uitmuntend* briljant* "
        "super* top beste heerlijk* verrukkelijk* fenomenaal* houd hou geniet* subliem* magnifiek* onovertroffen dol",
        good="goed goede beter* mooi* leuk* fijn* prettig* aardig* vriendelijk* behulpzaam* beleefd* tevreden* "
        "aanbevel* aanrader* blij* gelukkig* plezier* bedankt dank dankbaar* snel* vlot* efficiënt* schoon* vers* lekker* "
        "smakelijk* comfortabel* gezellig* praktisch* nuttig* handig* makkelijk* gemakkelijk* eenvoudig* betrouwbaar* "
        "stevig* professioneel* deskundig* goedkoop* betaalbaar* eerlijk* interessant* grappig* geslaagd* succes* werkt "
        "positief* kwaliteit voordeel* geduldig* stipt* zorgvuldig* duidelijk* geholpen help* juist* veilig* warm* "
        "sympathiek* vertrouw* liefde lief*",
        bad="slecht* zwak* traag* langzaam* vies* vuil* onvriendelijk* onbeleefd* bot brutaal* nutteloos* kapot* defect* "
        "gebrek* beschadigd* lawaai* luid* koud* smakeloos* duur* overpriced saai* dom* stom* vervelend* irrit* erger* "
        "frustr* teleurgesteld* teleurstell* ontevreden* verdrietig* boos* klacht* klagen klaag probleem* problemen fout* "
        "ontbreek* ontbrak* mist verkeerd* matig* ongemakkelijk* moeilijk* ingewikkeld* verwarrend* onbetrouwbaar* "
        "onprofessioneel* onbekwaam* negeer* helaas spijt* vermijd* verspil* verspilling jammer stinkt* stank haat* "
        "haten erg negatief* oplicht* bedrog* oneerlijk* ziek* bang* pijn* mislukt* waardeloos*",
        worst="vreselijk* verschrikkelijk* afschuwelijk* walgelijk* ramp* rampzalig* schande* schandalig* onaanvaardbaar* "
        "nachtmerrie* slechtste ergste rotzooi troep belachelijk* kut* shit klote* gruwelijk* onacceptabel*",
        trouble="vertrag* te-laat wachten gewacht wachttijd* terugbetal* annuleer* geannuleerd* retour* storing* "
        "uitgevallen reparatie*",
        no="niet geen nooit niets niemand zonder noch nauwelijks nergens",
        more="heel erg zeer echt enorm zo te absoluut totaal helemaal bijzonder ontzettend super",
        less="beetje een-beetje enigszins redelijk vrij tamelijk",
        but="maar echter hoewel toch helaas ondanks",
    ),
    "pt": Words(
        best="excelente* fantástic* maravilhos* perfeit* incríve* ótim* magnífic* espetacular* extraordinári* adoro "
        "adorei amo amei melhor melhores delicios* fenomenal* impecáve* sensacional* brilhante* fabulos* esplêndid* "
        "genial* nota-dez",
        good="bom boa bons boas bem bonit* lind* bel* gosto gostei gosta gostamos agradáve* simpátic* gentil gentis "
        "atencios* educad* satisf* satisfeit* recomend* content* feliz felizes alegr* prazer* obrigad* agradec* rápid* "
        "rapidez eficien* eficaz limp* fresc* saboros* confortáve* acolhedor* prátic* útil úteis fácil fáceis facilmente "
        "simples confiáve* sólid* profission* competente* barat* acessíve* just* honest* interessante* divertid* sucesso "
        "funciona* funcionou positiv* qualidade vantag* paciente* pontua* cuidad* clar* ajud* corret* confiança amor "
        "amizade vale-a-pena",
        bad="mal má mau maus más ruim ruins lent* suj* mal-educad* grosseir* antipátic* inúti* quebrad* quebrou "
        "defeituos* defeito* avari* danificad* barulh* fri* sem-graça car caro cara caros caras chat* entediante* burr* "
        "estúpid* irrit* incomod* frustr* decepcion* desiludid* insatisf* trist* zangad* raiva reclam* queixa* problema* "
        "erro* falha* falhou falta* faltou fals* medíocre* desconfortáve* difícil difíceis complicad* confus* "
        "incompetente* ignor* infelizmente lament* arrepend* evit* perd* desperdíci* pena fede* ódio odeio odiei pior "
        "piores negativ* golpe* engan* injust* fraco* fraca* medo doente* sofr* dor dores",
        worst="horríve* terríve* péssim* nojent* nojo desastr* vergonha vergonhos* inaceitáve* pesadelo* repugnante* "
        "lixo merda* atroz* escândal* lastimáve*",
        trouble="atras* tarde demor* espera* esperar esperei reembols* devol* cancel* troca*",
        no="não nao nunca jamais nada nenhum nenhuma nem sem ninguém tampouco mal",
        more="muito realmente extremamente tão demais absolutamente totalmente completamente especialmente super bastante",
        less="pouco um-pouco levemente relativamente meio",
        but="mas porém contudo entretanto embora infelizmente",
    ),
    "pl": Words(
        best="doskonał* fantastyczn* wspaniał* cudown* idealn* znakomit* świetn* rewelac* wyśmienit* genialn* super "
        "najleps* kocham uwielbiam pyszn* niesamowit* wyjątkow* perfekcyjn* bajeczn* mistrzo* zachwyc*",
        good="dobr* dobrze lepsz* lepiej ładn* piękn* miło mił* uprzejm* sympatyczn* życzliw* pomocn* kulturaln* "
        "zadowol* polec* chętnie podoba* lubię lubi cieszę ciesz* szczęśliw* rados* dzięk* dziękuj* szybk* sprawn* "
        "czyst* śwież* smaczn* wygodn* przytuln* praktyczn* użyteczn* przydatn* łatw* prost* niezawodn* solidn* "
        "profesjonaln* kompetentn* tani tanio tanie uczciw* ciekaw* interesując* zabawn* śmieszn* udan* sukces* działa "
        "pozytywn* jakoś* zalet* cierpliw* punktualn* starann* jasn* pomóg* pomog* pomoc* poprawn* bezpieczn* zaufan* "
        "miłoś* przyjaźn* przyjaciel* warto",
        bad="zły zła złe złego złej źle słab* powoln* brudn* niemił* niegrzeczn* chamsk* bezczeln* bezużyteczn* zepsut* zepsuł* "
        "wadliw* wada wady uszkodz* głośn* zimn* niesmaczn* mdł* drogi drogie drogo przepłac* nudn* nuda głup* denerw* irytuj* wkurz* frustr* "
        "rozczarow* zawied* niezadowol* smutn* zły zła wściek* skarg* skarż* reklamacj* problem* błąd błęd* brak* "
        "brakuj* fałszyw* przeciętn* niewygodn* trudn* skomplikow* niejasn* niekompetentn* ignor* niestety żałuj* unika* "
        "strat* stracon* marnow* szkoda śmierdz* nienawi* gorsz* gorzej negatywn* oszus* oszuk* niesprawiedliw* kiepsk* "
        "lipa bólu ból boję strach* chor* cierp*",
        worst="okropn* straszn* tragiczn* fataln* obrzydliw* ohydn* katastrof* koszmar* wstyd* skandal* niedopuszczaln* "
        "najgorsz* dno gówn* śmieć beznadziej* żałosn* potworn* odrażając* makabr*",
        trouble="opóźn* spóźn* czeka* zwrot* anulow* odwoła* awari* nie-działa napraw*",
        no="nie nigdy nic żaden żadna żadne bez ani nikt wcale ledwo",
        more="bardzo naprawdę niezwykle tak zbyt absolutnie całkowicie kompletnie szczególnie mega strasznie",
        less="trochę nieco dość lekko stosunkowo",
        but="ale jednak lecz chociaż mimo niestety",
    ),
}
