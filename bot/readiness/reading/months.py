"""Names of months and weekdays as people write them, folded (``words.fold``); only those that are no other common
word."""

from bot.readiness.words import fold

_MONTHS = (
    "january jan januar janner enero janvier gennaio janeiro januari stycznia يناير январь января",
    "february feb februar febrero fevrier febbraio fevereiro februari lutego فبراير февраля",
    "march mar marz maerz marzo mars março maart marca مارس марта",
    "april apr abril avril aprile kwietnia أبريل апреля",
    "may mai mayo maggio maio mei maja مايو мая",
    "june jun juni junio juin giugno junho czerwca يونيو июня",
    "july jul juli julio juillet luglio julho lipca يوليو июля",
    "august aug agosto aout augustus sierpnia أغسطس августа",
    "september sept sep septiembre septembre settembre setembro wrzesnia سبتمبر сентября",
    "october oct okt oktober octubre octobre ottobre outubro pazdziernika أكتوبر октября",
    "november nov noviembre novembre novembro listopada نوفمبر ноября",
    "december dec dez dezember diciembre decembre dicembre dezembro desember grudnia ديسمبر декабря",
)
MONTHS: dict[str, int] = {fold(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_WEEKDAYS = (
    "monday mon montag lunes lundi",
    "tuesday tue tues dienstag martes mardi",
    "wednesday wed mittwoch miercoles mercredi",
    "thursday thu thurs donnerstag jueves jeudi",
    "friday fri freitag viernes vendredi",
    "saturday sat samstag sabado samedi",
    "sunday sun sonntag domingo dimanche",
)
WEEKDAYS: dict[str, int] = {fold(name): number for number, names in enumerate(_WEEKDAYS) for name in names.split()}

DAYS_AGO = {
    "today": 0, "this morning": 0, "heute": 0, "hoy": 0, "今日": 0,
    "yesterday": 1, "gestern": 1, "ayer": 1, "wczoraj": 1, "昨日": 1, "أمس": 1, "вчера": 1,
}  # fmt: skip
