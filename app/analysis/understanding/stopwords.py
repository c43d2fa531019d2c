"""The commonest words of eight languages, which say nothing about a document."""

STOPWORDS = frozenset(
    """
    the and for are but not you your all any can had her was one our out has him his how its may new now old see
    two who did get she use that this with have from they will would there their what about which when make like
    time just know take into than them some could then these those been were also more such shall must each other
    der die das und ist von den dem des ein eine einer einem einen nicht mit sich auf für als auch werden aus hat
    dass sie nach wird bei noch wie über sein seine ihr ihre ihrer haben sind war zum zur oder durch wenn nur kann
    les des est une que qui dans pour pas sur plus par avec son sont aux mais nous vous leur cette ces été ont ses
    los las una por con para como más pero sus este esta entre cuando muy sin sobre también fue han hay del que
    gli della delle dei che una per con non sono del alla dal nel nella più anche come questo questa suo sua
    uma para com não por mais dos das como mas foi ele ela são seu sua pelo pela entre depois sem mesmo aos
    het een van dat die voor met zijn niet aan ook als door maar naar heeft hebben werd deze over bij nog dan
    nie się jest ale jak tak przez dla czy lub oraz tego jako jego jej ich był była było który która które
    """.split()  # noqa: SIM905 - a list of three hundred literals would be harder to read
)
