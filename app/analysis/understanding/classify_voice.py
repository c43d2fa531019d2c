"""Further features of the trained classifier: who speaks, to whom, and how a text begins, goes on and ends.

Small words and forms that eight languages share the use of, so that what was learned in one counts in the others.
Groups have the form of `classify_lexicon`, patterns that of `classify_features`.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {
    "speaks_of_self": "i|my|me|myself|mine|i'm|i've|i'd|i'll|ich|mein*|mir|mich|je|j'ai|j'|moi|mon|mes|yo|mí|conmigo|io|mio|mia|miei|mie|eu|meu|meus|"
    "minha|minhas|comigo|ik|mijn|mij|mezelf|mnie|moje|moja|mój|mną",
    "speaks_of_us": "we|our|us|ours|we're|we've|we'll|wir|unser*|uns|nous|notre|nos|nosotros|nosotras|nuestr*|noi|nostr*|nós|noss*|wij|onze|ons|"
    "nasz*|nas|nam|nami",
    "speaks_to_friends": "you're|you've|you'd|you'll|yours|du|dir|dich|dein*|euch|euer|eure|ihr|tu|toi|te|ton|tes|t'as|tú|ti|contigo|vosotros|vuestr*|"
    "tuo|tua|tuoi|tue|voi|vostr*|você|vocês|teu|tua|teus|jij|jou|jouw|jullie|ty|ciebie|cię|twoje|twoja|twój|wam|wasz*",
    "speaks_to_strangers": "ihnen|ihre|ihrem|ihren|ihrer|vous|votre|vos|usted|ustedes|le rogamos|les rogamos|lei|suo|sua|la preghiamo|senhor|senhora|"
    "vossa|u|uw|uzelf|państwo|państwa|państwu|pani|pana|panu",
    "tells_of_others": "he|she|his|her|him|himself|herself|they|their|them|er|seine|seiner|seinem|seinen|ihm|ihn|elle|elles|ils|lui|leur|leurs|ella|él|"
    "ellos|ellas|egli|essa|loro|gli|ele|eles|elas|dele|dela|hij|zij|hem|haar|hun|zijn|ona|on|oni|jego|jej|ich|mu",
    "tells_the_past": "was|were|had|did|came|went|took|began|became|war|waren|hatte|hatten|kam|ging|wurde|wurden|begann|sah|était|étaient|avait|"
    "avaient|fut|furent|vint|prit|era|eran|había|habían|fue|fueron|vino|tomó|erano|aveva|avevano|fu|furono|venne|estava|havia|foi|foram|veio|"
    "waren|had|hadden|kwam|ging|werd|werden|był|była|było|byli|miał|miała|przyszedł|poszedł|został|została",
    "rules_for_all": "must|shall|may not|only|no one|everyone|anyone|every|each|muss|müssen|darf|dürfen|sind verpflichtet|ist untersagt|jeder|jede|"
    "doit|doivent|ne peut|il est interdit|chacun|toute personne|debe|deben|deberá|deberán|podrá|podrán|se prohíbe|no se|deve|devono|è vietato|"
    "ognuno|chiunque|devem|deverá|deverão|não é permitido|moet|moeten|mag|mogen|dient|dienen|iedereen|należy|wolno|nie wolno|musi|muszą|każdy",
    "counts_up": "rose|fell|increased|decreased|compared|average|share|per cent|percent|half|third|quarter|twice|stieg|sank|gestiegen|gesunken|anteil|"
    "durchschnitt|prozent|hälfte|drittel|augmenté|baissé|progressé|moyenne|moitié|tiers|part|aumentó|disminuyó|media|mitad|tercio|porcentaje|"
    "aumentato|diminuito|calo|metà|percentuale|aumentou|diminuiu|média|metade|percentagem|steeg|daalde|gemiddeld|helft|derde|aandeel|wzrosła|"
    "wzrósł|spadł|spadła|średnia|połowa|udział",
}  # fmt: skip

_ORDERS = (
    "click|press|select|choose|open|insert|remove|turn|check|place|push|hold|switch|use|plug|install|run|go|tap|drag|type|enter|make|set|put|fill|"
    "rinse|wipe|pull|lift|let|add|do not|never|avoid|keep|klik|druk|kies|typ|zet|sleep|selecteer|vink|controleer|gebruik|verwijder|plaats|houd|"
    "haal|draai|vul|kliknij|wybierz|naciśnij|włącz|wyłącz|otwórz|zaznacz|wpisz|przeciągnij|upewnij|użyj|sprawdź|usuń|dodaj|ustaw|wyjmij|podłącz|"
    "pulse|seleccione|abra|haga|escriba|marque|elija|retire|conecte|compruebe|arrastre|clique|escolha|introduza|prima|carregue|selecione|verifique|"
    "retire|ligue|desligue|arraste|digite|cliquez|appuyez"
)
_IS_A = r"(?:is|was|are|were|ist|war|sind|waren|est|était|es|fue|era|è|fu|é|foi|to|był|była|jest) (?:an?|the|one of|eine?r?|der|die|das|une?|el|la|un[oa]?|uma?|een|de|het) "

PATTERNS: dict[str, str] = {
    "order": rf"(?:^[\W\d_]{{0,6}}|[.:!?] )(?:(?:{_ORDERS})\b|[^\W\d_]{{3,}}en sie\b|[^\W\d_]{{3,}}ez\b)",
    "order_infinitive": r"(?:^[\W\d_]{0,6}|[.:!?] )[^\W\d_]{3,}(?:are|ere|ire|arre|arla|arlo|erlo|irlo) (?:la|il|lo|le|i|gli|l'|su|con|un|una|almeno|almeno)\b",
    "defines": rf"\A[^\n]{{0,120}}?\b{_IS_A}",
    "lived": r"\((?:(?:born|geboren|né|née|nacid[oa]|nat[oa]|geb\.|ur\.|\*) ?)?[^()\n]{0,40}\b1\d{3}\b[^()\n]{0,30}[-–—†][^()\n]{0,30}\)|"
    r"\((?:born|geboren|né|née|nacid[oa]|nat[oa]|geb\.|ur\.|\*) [^()\n]{4,40}\)",
    "speech": r"(?:^|\s)[—–-] ?¿?[A-ZÀ-Ýa-zà-ÿ][^\n]{1,80}[.,!?] ?[—–-]|[\"“”„»«][^\"“”„»«\n]{2,90}[,.!?][\"“”»«] (?:[a-zà-ÿ]+ ){1,3}",
    "nested_bullet": r"^(?: {2,8}|\t+)[-*•+] +\S",
    "open_bullet": r"^ {0,8}[-*•] +[^\n]*[^\s.?!:;,]$",
    "issue": r"(?<![\w&])#\d{1,5}\b|\b(?:PR|issue|ticket) ?#?\d+",
    "greets": r"^ {0,4}(?:dear|my dear|mein[e]? liebe[rsn]?|liebe[rsn]?|mon cher|ma chère|chère?s?|mes chers|madame|monsieur|querid[oa]s?|estimad[oa]s?|car[oaie]|"
    r"carissim[oaie]|gentil[ei]|egregi[oa]?|spettabile|meu caro|minha cara|prezad[oa]s?|exm[oa]s?\.?|lieve|beste|geachte|drog[iae]|drodzy|szanown[iyae]|kochan[iae])"
    r" [^\n]{2,60}[,!:] *$",
    "takes_leave": r"^ {0,40}(?:with (?:love|thanks|gratitude|best|warm|kind|many|all)|warm\w* |gratefully|respectfully|sincerely|faithfully|cordially|affectionately|"
    r"your (?:friend|obedient|loving|devoted)|ihre?\b|herzlich\w*|mit (?:herzlich|freundlich|best|lieb)\w*|hochachtungsvoll|es grüßt|haben sie|je (?:t'|vous )embrasse|"
    r"bien à (?:vous|toi)|amicalement|avec (?:toute|mes|nos)|veuillez agréer|je vous prie|un (?:cordial|afectuoso|fuerte)|con (?:gratitud|cariño|stima|affetto|"
    r"gratitudine|todo)|le saluda|reciba|un caro saluto|cari saluti|cordiali|distinti|com (?:os melhores|gratidão|estima|carinho)|um abraço|hartelijk\w*|met (?:vriendelijk|"
    r"hartelijk|dank)\w*|liefs|hoogachtend|z (?:poważaniem|wyrazami|wdzięcznością|serdecznością)|serdecznie|ściskam|łączę)[^\n]{0,50}$",
    "postscript": r"^ {0,4}(?:p\.? ?s\.?|post scriptum|posdata)[ :.-]",
    "site_words": r"^[\W_]{0,4}(?:about(?: us)?|our team|the team|meet the team|team|contact(?: us)?|home|news|shop|services|über uns|(?:unser|das) team|kontakt|startseite|leistungen|"
    r"impressum|qui sommes-nous ?\??|l'équipe|notre équipe|accueil|actualités|quiénes somos|nuestro equipo|el equipo|inicio|servicios|chi siamo|il (?:nostro )?team|servizi|contatti|"
    r"quem somos|sobre nós|a (?:nossa )?equipa|início|serviços|over ons|ons team|diensten|o nas|nasz zespół|usługi)[\W_]{0,4}$",
    "invites": r"\b(?:find out more|learn more|read more|sign up|book (?:now|your|a)|visit us|follow us|add to (?:cart|basket)|opening hours|open (?:daily|monday|thursday|every)|join us|"
    r"mehr erfahren|jetzt (?:buchen|anmelden)|besuchen sie|folgen sie|folgt uns|öffnungszeiten|in den warenkorb|en savoir plus|réservez|suivez-nous|rejoi(?:gnez|ndre)|horaires|"
    r"saber más|reserv[ae]|síguenos|horario|scopri|prenota|seguici|orari|saber mais|siga-nos|horário|lees meer|volg ons|openingstijden|dowiedz się|zarezerwuj|obserwuj|godziny otwarcia)\b",
    "comments": r"\b(?:leave a comment|comments? below|posted (?:by|on)|in this post|my blog|this blog|kommentar(?:e|en)\b|schreibt|eure meinung|en commentaire|ce billet|dejad|comentarios|"
    r"lasciate|nei commenti|deixem|nos comentários|laat een reactie|zostawcie|komentarz\w*)\b",
    "lower_begin": r"^[a-zà-ÿ]",
    "were_there": r"^[\W_]{0,6}(?:(?:all |also |those |who (?:was|were) )?(?:present|attended|attendees|attending|in attendance|participants|here|there)|"
    r"(?:mit )?(?:anwesend|dabei|da|teilnehme(?:r|nde|rinnen))|(?:étaient )?présente?s|participants|asistentes|asistieron|vinimos|estábamos|c'erano|presenti|"
    r"eravamo|presentes|estiveram|participantes|aanwezig|erbij|deelnemers|obecni|byli|uczestnicy)(?: waren)?(?: \([^()\n]{1,20}\))?[\W_]{0,3}:",
    "names_line": r"^(?:[A-ZÀ-Ý][\w.'’-]{1,15}(?: [A-ZÀ-Ý][\w.'’-]{0,15}){0,2}, ){1,12}(?:(?:and|und|et|y|e|en|i) )?[A-ZÀ-Ý][\w.'’-]{1,15}(?: [A-ZÀ-Ý][\w.'’-]{0,15}){0,2}"
    r"(?: \([^()\n]{1,20}\))?$",
    "takes_on": r"^[ \t]{0,8}[-*•+] [^\n]{3,120}?(?:[,:;]|[-=]>|→) ?[A-ZÀ-Ý][a-zà-ÿ]{1,14} [a-zà-ÿ]{2,15}\b",
    "meets_again": r"^[\W_]{0,6}(?:next (?:time|meeting|one|call)|(?:das )?nächste[rs]? (?:mal|sitzung|treffen|termin)|(?:la )?prochaine (?:fois|réunion|séance)|prochain "
    r"rendez-vous|(?:la )?próxima (?:reunión|vez|sesión|reunião)|(?:la )?prossima (?:riunione|volta|seduta)|volgende (?:keer|vergadering|overleg)|następn[ey] (?:spotkanie|"
    r"zebranie|posiedzenie|razem))\b",
    "parties": r"\((?:hereinafter|hierna|nachfolgend|im folgenden|ci-après|en adelante|en lo sucesivo|di seguito|adiante|doravante|dalej|zwan[aey]m? dalej)\b[^)\n]{2,60}\)",
}  # fmt: skip
ANY_CASE = frozenset(
    {"order", "order_infinitive", "greets", "takes_leave", "postscript", "site_words", "invites", "comments", "defines", "parties", "were_there", "meets_again"}
)  # fmt: skip
"""Patterns that look at the text in small letters."""
