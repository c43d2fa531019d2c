"""Further word groups of the trained classifier: what a text does to its reader - reports, rules, asks, binds.

Same form as `classify_lexicon`. News, mails, agreements with users and contracts between two parties share their
subjects; they differ in who says what to whom.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {
    "reporting": "said|says|told|added|adding|announced|according to|claimed|claims|confirmed|denied|warned|insisted|urged|"
    "reported|reportedly|alleged|allegedly|expressed|condemned|accused|vowed|predicted|spokesman|spokeswoman|spokesperson|"
    "sagte|sagt|erklärte|teilte mit|betonte|kritisierte|forderte|warnte|kündigte an|berichtete|bestätigte|so der|hieß es|"
    "laut|nach angaben|demnach|zufolge|angeblich|sprecher|sprecherin|a déclaré|a affirmé|a indiqué|a annoncé|a ajouté|a expliqué|"
    "a précisé|a souligné|d'après|selon|aurait|auraient|porte parole|dijo|afirmó|aseguró|declaró|señaló|explicó|anunció|añadió|"
    "indicó|advirtió|según|portavoz|ha detto|ha dichiarato|ha affermato|ha spiegato|ha annunciato|ha aggiunto|secondo|avrebbe|"
    "avrebbero|portavoce|disse|afirmou|declarou|explicou|anunciou|acrescentou|garantiu|segundo|de acordo com|porta voz|zei|"
    "zegt|verklaarde|meldde|meldt|liet weten|aldus|volgens|woordvoerder|powiedział|powiedziała|oświadczył|oświadczyła|"
    "poinformował|poinformowała|dodał|dodała|podkreślił|podkreśliła|jak podaje|zdaniem|rzecznik|rzeczniczka",
    "public_life": "government|president|minister|parliament|senate|congress|election|elections|party|police|army|troops|"
    "war|attack|killed|injured|victims|protest|strike|court|company|shares|stock|market|championship|match|league|team|"
    "coach|season|goal|film|festival|storm|earthquake|fire|crash|regierung|präsident*|bundestag|kanzler*|wahl|wahlen|partei|"
    "polizei|armee|krieg|angriff|getötet|verletzt|opfer|unternehmen|konzern|aktie|aktien|börse|spiel|liga|trainer|mannschaft|"
    "saison|tor|unfall|feuerwehr|gouvernement|président|ministre|parlement|élection|élections|parti|police|armée|guerre|"
    "attaque|morts|blessés|victimes|grève|entreprise|bourse|match|équipe|entraîneur|gobierno|presidente|ministro|congreso|"
    "elecciones|partido|policía|ejército|guerra|ataque|muertos|heridos|víctimas|huelga|empresa|bolsa|equipo|entrenador|"
    "governo|parlamento|elezioni|partito|polizia|esercito|attacco|morti|feriti|vittime|sciopero|azienda|borsa|squadra|"
    "allenatore|eleições|polícia|exército|mortos|feridos|vítimas|greve|treinador|campeonato|regering|kabinet|"
    "verkiezingen|partij|politie|leger|oorlog|aanval|doden|gewonden|slachtoffers|staking|bedrijf|beurs|wedstrijd|ploeg|"
    "rząd|prezydent|premier|sejm|wybory|partia|policja|wojsko|wojna|atak|ranni|ofiary|strajk|spółka|giełda|mecz|drużyna|trener",
    "rules": "you may not|you must|you agree|you must not|you may|you will not|you are responsible|you acknowledge|you represent|"
    "by using|by accessing|by clicking|by continuing|we reserve the right|at our sole discretion|at any time|without notice|"
    "prohibited|not allowed|not permitted|is forbidden|must not|violate|violates|violating|violation|violations|abuse|"
    "harassment|report abuse|suspend|suspended|terminate your|remove content|comply with|required to|is required|are required|"
    "must be|may be disciplined|disciplinary action|applies to|apply to|sie dürfen|sie müssen|sie verpflichten sich|sie stimmen|"
    "nicht gestattet|nicht erlaubt|untersagt|verboten|wir behalten uns|verstoß|verstöße|gilt für|vous devez|vous ne pouvez|"
    "vous acceptez|vous vous engagez|il est interdit|interdit|nous nous réservons|en utilisant|s'applique à|usted acepta|debe|"
    "no puede|no podrá|está prohibido|queda prohibido|nos reservamos|al utilizar|se aplica a|l'utente|accetti|accetta|"
    "non è consentito|è vietato|vietato|ci riserviamo|utilizzando|si applica a|você concorda|não pode|é proibido|proibido|"
    "reservamo nos|ao utilizar|aplica se a|u gaat akkoord|u mag niet|niet toegestaan|verboden|wij behouden ons|door gebruik|"
    "is van toepassing|użytkownik|zabrania się|zabronione|nie wolno|niedozwolone|zastrzegamy sobie|korzystając|dotyczy",
    "online": "website|websites|site|sites|app|apps|account|accounts|log in|login|sign in|sign up|password|click|download|"
    "upload|user|users|member|members|content|post|posts|platform|service|services|browser|profile|online|subscription|"
    "subscribe|email address|device|devices|settings|feature|features|api|software|developer|developers|third party|cookies|"
    "nutzer|nutzerinnen|nutzern|konto|anmelden|webseite|website|webseiten|inhalte|dienst|dienste|plattform|browser|utilisateur|"
    "utilisateurs|compte|site web|contenu|contenus|service|plateforme|navigateur|usuario|usuarios|cuenta|sitio|sitio web|"
    "contenido|contenidos|servicio|servicios|plataforma|navegador|utente|utenti|sito|sito web|contenuti|servizio|servizi|"
    "piattaforma|usuário|usuários|utilizador|utilizadores|conta|conteúdo|conteúdos|serviço|serviços|gebruiker|"
    "gebruikers|account|inhoud|dienst|diensten|użytkownik|użytkownika|użytkownicy|konto|strona|serwis|serwisu|treści|usługa|usługi",
    "signing": "in witness whereof|duly authorized|signature page|signature page follows|execution version|dated as of|"
    "made and entered into|witnesseth|day of|hereinafter referred to as|party of the first part|counterparts|by name title|"
    "its successors|successors and assigns|a delaware corporation|a corporation|limited liability company|organized under|"
    "exhibit 10|securities and exchange commission|confidential treatment|consideration of the mutual|mutual covenants|"
    "good and valuable consideration|unterschrift|unterzeichnet|geschäftsführer|vertreten durch|ort datum|beide parteien|"
    "in zweifacher ausfertigung|vertragsparteien|représenté par|représentée par|fait à|en deux exemplaires|lu et approuvé|"
    "ci après dénommé|ci après dénommée|représentant légal|de una parte|de otra parte|representada por|en prueba de conformidad|"
    "por duplicado|firman|en lo sucesivo|tra le parti|rappresentata da|letto confermato e sottoscritto|da una parte|dall'altra|"
    "in duplice copia|celebram|representada por|em duplicado|primeiro outorgante|segundo outorgante|de ondergetekenden|"
    "vertegenwoordigd door|in tweevoud|aldus overeengekomen|getekend|zawarta w dniu|zawarta dnia|pomiędzy|reprezentowana przez|"
    "reprezentowanym przez|w dwóch jednobrzmiących|egzemplarzach|podpisy stron|strony umowy",
    "asking": "please|pls|plz|could you|can you|would you|will you|do you|did you|are you|have you|should we|can we|let me know|"
    "let us know|please let|please call|please send|please review|please advise|please confirm|please forward|give me|call me|"
    "send me|need you|want to|wanted to|thoughts|any questions|if you have any|feel free|happy to|sounds good|thanks|thank you|"
    "thx|tx|fyi|asap|bitte|kannst du|könnten sie|können sie|würden sie|bitte um|melde dich|gib bescheid|gebt bescheid|danke|"
    "schick|schickt|s'il vous plaît|stp|svp|merci de|pourriez vous|pouvez vous|peux tu|n'hésitez pas|dites moi|merci|"
    "por favor|podrías|podría|puedes|puede usted|me puedes|avísame|quedo a la espera|gracias|per favore|per cortesia|potresti|"
    "potrebbe|puoi|fammi sapere|mi faccia sapere|resto in attesa|grazie|por gentileza|poderia|podia|podes|diga me|fico à espera|"
    "obrigado|obrigada|alstublieft|graag|kun je|kunt u|zou u|laat me weten|laat weten|bedankt|proszę|czy mógłbyś|czy mogłabyś|"
    "czy możesz|daj znać|prośba|dzięki|dziękuję",
    "office": "attached|attachment|forwarded|draft|conference call|conf call|call|calls|voicemail|fax|phone|ext|schedule|"
    "rescheduled|meeting|meet|vacation|out of office|office|assistant|desk|deal|deals|team|group|lunch|trip|flight|weekend|"
    "monday|tuesday|wednesday|thursday|friday|tomorrow|yesterday|today|this morning|tonight|next week|last week|"
    "anhang|im anhang|weitergeleitet|entwurf|termin|anruf|büro|urlaub|besprechung|morgen|gestern|heute|nächste woche|"
    "pièce jointe|en copie|réunion|rendez vous|bureau|congés|demain|hier|aujourd'hui|semaine prochaine|adjunto|reunión|cita|"
    "oficina|vacaciones|mañana|ayer|hoy|próxima semana|allegato|riunione|appuntamento|ufficio|ferie|domani|ieri|oggi|"
    "prossima settimana|anexo|reunião|escritório|férias|amanhã|ontem|hoje|próxima semana|bijlage|vergadering|afspraak|kantoor|"
    "vakantie|morgen|gisteren|vandaag|volgende week|załączniku|spotkanie|biuro|urlop|jutro|wczoraj|dzisiaj|przyszłym tygodniu",
    "appeal": "dear friend|dear friends|your gift|your contribution|your support|your donation|donate|donation|donors|pledge|"
    "volunteer|volunteers|on behalf of|i am pleased|we are pleased|it is my pleasure|i hope you will|i hope that you|"
    "thank you for your|enclosed|i am writing|i write to|sincerely|with best wishes|respectfully yours|cordially|"
    "ihre spende|im namen|wir freuen uns|ich freue mich|mit besten grüßen|votre don|votre soutien|au nom de|j'ai le plaisir|"
    "nous avons le plaisir|su donación|su apoyo|en nombre de|me complace|nos complace|il suo sostegno|a nome di|ho il piacere|"
    "o seu apoio|em nome de|tenho o prazer|uw steun|namens|het doet mij genoegen|w imieniu|z przyjemnością|wsparcie",
    "ruling": "sei|seien|habe|hätte|hätten|werde|würde|komme|liege|könne|solle|müsse|bestehe|nämlich|mithin|insoweit|"
    "hinsichtlich|vorliegend|vorinstanz|berufungsgericht|bundespatentgericht|bundesarbeitsgericht|landesarbeitsgericht|"
    "finanzgericht|verwaltungsgericht|sozialgericht|streitpatent|patentanspruch|widerspruchsmarke|verwechslungsgefahr|"
    "anmelderin|widersprechende|beschwerdeführerin|beigeladene*|angeklagte*|staatsanwaltschaft|strafkammer|rechtsfehler*|"
    "anspruch auf|rechtsprechung|grundsätzlich|unterscheidungskraft|feststellungen|requérant|requérante|requérants|le tribunal|"
    "la cour|la chambre|l'intéressé|l'intéressée|grief|griefs|moyen|moyens|le parquet|mise en examen|détention provisoire|"
    "juge d'instruction|demandante|demandado|el tribunal|la sala|el demandante|prisión preventiva|fiscalía|fiscal|recurrió|"
    "interpuso|desestimó|estimó|la corte|il tribunale|il giudice|il ricorrente|l'imputato|pubblico ministero|o tribunal|o juiz|"
    "o réu|ministério público|de rechtbank|het hof|de verdachte|officier van justitie|oskarżony|oskarżonego|prokurator|"
    "sąd okręgowy|sąd rejonowy|sąd najwyższy|sąd apelacyjny",
}  # fmt: skip
