package quote

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotes/quote/report"
)

// find returns the quotes of text, the spans of one joined by " // ", with a
// note of what no mark opens or closes.
func find(t testing.TB, text string) []string {
	t.Helper()
	out := []string{}
	for _, q := range Find(report.Report{Text: text}).Quotes {
		var parts []string
		if q.Unopened {
			parts = append(parts, "UNOPENED")
		}
		for _, s := range q.Spans {
			parts = append(parts, text[s.Start:s.End])
		}
		if q.Unclosed {
			parts = append(parts, "UNCLOSED")
		}
		out = append(out, strings.Join(parts, " // "))
	}
	return out
}

type findCase struct {
	name, text string
	want       []string
}

func runFind(t *testing.T, cases []findCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.want == nil {
				c.want = []string{}
			}
			if diff := cmp.Diff(c.want, find(t, c.text)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", c.text, diff)
			}
		})
	}
}

func TestMarks(t *testing.T) {
	runFind(t, []findCase{
		{"curly", `“We won,” she said.`, []string{`“We won,”`}},
		{"straight", `"We won," she said.`, []string{`"We won,"`}},
		{"two single", `''We won,'' she said.`, []string{`''We won,''`}},
		{"two curly single", `‘‘We won,’’ she said.`, []string{`‘‘We won,’’`}},
		{"ticks", "``We won,'' she said.", []string{"``We won,''"}},
		{"guillemets", `«We won», she said. « We lost », he said.`, []string{`«We won»`, `« We lost »`}},
		{"low and high", `„We won“, she said. „We lost”, he said.`, []string{`„We won“`, `„We lost”`}},
		{"chevrons", `‹We won›, she said.`, []string{`‹We won›`}},
		{"corners", `She said 「We won」.`, []string{`「We won」`}},
		{"corners without spaces", `市長は「勝った」と言った。「『勝つ』と思う」とも。`, []string{`「勝った」`, `「『勝つ』と思う」`}},
		{"single", `‘We won,’ she said.`, []string{`‘We won,’`}},
		{"straight single", `'We won,' she said.`, []string{`'We won,'`}},
		{"mixed", `He saw “no evidence" of "any crime”.`, []string{`“no evidence"`, `"any crime”`}},
		{"fragments", `It was a "mess", a "farce" and "worse".`, []string{`"mess"`, `"farce"`, `"worse"`}},
		{"brackets", `It failed ("badly"), he said ["worse"].`, []string{`"badly"`, `"worse"`}},
		{"dashes", `He was—"frankly"—tired—"very much so."`, []string{`"frankly"`, `"very much so."`}},
		{"colon without space", `She said:"We won." He said: "No."`, []string{`"We won."`, `"No."`}},
		{
			"dots", `"... and we won," she said. ". . . We lost," he said. “… Both …” they said.`,
			[]string{`"... and we won,"`, `". . . We lost,"`, `“… Both …”`},
		},
		{"swedish", `”We won”, she said. ”We lost”, he said.`, []string{`”We won”`, `”We lost”`}},
		{"doubled by a program", `""We won,"" she said.`, []string{`""We won,""`}},
		{"run together", `"We won.""We lost," she said.`, []string{`"We won."`, `"We lost,"`}},
		{"reference after", `“They lost.“[Wire] It was late.`, []string{`“They lost.“`}},
		{"nothing quoted", `He said "" and "…" and “ ”.`, nil},
		{"no marks", `He said that they had won.`, nil},
	})
}

func TestSpaces(t *testing.T) {
	runFind(t, []findCase{
		{"before a curly close", `“It will affect relations, ”said Ms Lee. “It is bad.”`, []string{`“It will affect relations, ”`, `“It is bad.”`}},
		{"before a straight close", `"It will affect relations, "said Ms Lee. "It is bad."`, []string{`"It will affect relations, "`, `"It is bad."`}},
		{"before a straight close and a pronoun", `"It is bad, "he said. "Very."`, []string{`"It is bad, "`, `"Very."`}},
		{"both inside", `He said “ We are ready ” and left. He said " We are ready " and left.`, []string{`“ We are ready ”`, `" We are ready "`}},
		{"before a close and a comma", `"We won ", he said, "at last".`, []string{`"We won "`, `"at last"`}},
		{"at the end", "He said “We won. “\nShe left.", []string{`“We won. “`}},
		{"no-break", "He said:\u00a0“We won.”\u00a0She left.", []string{`“We won.”`}},
		{"no width", "\u202a”We won,” he said.\u200b “We lost.”", []string{`”We won,”`, `“We lost.”`}},
	})
}

func TestInner(t *testing.T) {
	runFind(t, []findCase{
		{"single in double", `"He said 'no' and I said, 'Fine,'" she said. "Bye."`, []string{`"He said 'no' and I said, 'Fine,'"`, `"Bye."`}},
		{"single first", `"'No' is what he said," she said.`, []string{`"'No' is what he said,"`}},
		{"curly single in double", `“‘No’ is what he said, ‘never’,” she said.`, []string{`“‘No’ is what he said, ‘never’,”`}},
		{"double in guillemets", `« Il a dit “non” », he said.`, []string{`« Il a dit “non” »`}},
		{"guillemets in guillemets", `« Il a dit « non » hier », he said.`, []string{`« Il a dit « non » hier »`}},
		{"same marks", `"We got a "no" and a "maybe" today," she said. "Bye."`, []string{`"We got a "no" and a "maybe" today,"`, `"Bye."`}},
		{"same curly marks", `“We got a “no” today,” she said.`, []string{`“We got a “no” today,”`}},
		{"curly in straight", `"It came as “too loud” or “too shrill.”" Then she left.`, []string{`"It came as “too loud” or “too shrill.”"`}},
		{"two single with straight", `''He said "no" to me,'' she said.`, []string{`''He said "no" to me,''`}},
		{"double in single", `‘He said “no” to me,’ she said.`, []string{`‘He said “no” to me,’`}},
		{"at the close", `'He said "no",' she said. 'He said "no".'`, []string{`'He said "no",'`, `'He said "no".'`}},
		{"three at the close", `''He said 'no''' and left.`, []string{`''He said 'no'''`}},
	})
}

func TestApostrophes(t *testing.T) {
	runFind(t, []findCase{
		{"contraction and possessive", `She didn't say it's the dog's.`, nil},
		{"curly", `She didn’t say it’s the dogs’ or Syria‘s.`, nil},
		{"plural possessive", `The boys' school and the girls' school share the players' field.`, nil},
		{"decades", `In the '80s and '90s, the class of '98 and the ’60s' music.`, nil},
		{"wrong-way decade", `In the ‘80s and the ‘90s’ end.`, nil},
		{"no elision in a compound", `It was 'round-the-clock care', he said.`, []string{"'round-the-clock care'"}},
		{"elisions", `Tell 'em 'tis late, 'til the boys' return 'round here, 'cause it's late.`, nil},
		{"rock and roll", `Rock 'n' roll, rock ’n’ roll, drum ‘n’ bass, fish 'n chips.`, nil},
		{"o'clock", `At six o'clock O'Neill was goin' home with the lads' coats.`, nil},
		{"letters left off", `He was singin' and dancin' in th' rain.`, nil},
		{"opened never closed", `He said 'no and left. The kids went home.`, nil},
		{"beside a quote", `The '90s and the boys' "golden age" and the girls' "own".`, []string{`"golden age"`, `"own"`}},
		{"headline", `'Too late' for talks, says minister as 'last chance' goes`, []string{`'Too late'`, `'last chance'`}},
		{"headline over a report", "Minister: ‘It’s over’\n\n“It is over,” the minister said.", []string{`‘It’s over’`, `“It is over,”`}},
		{"word ending in s", `The so-called 'boys' were back.`, []string{`'boys'`}},
		{"elision inside", `They call it 'rock 'n' roll' here.`, []string{`'rock 'n' roll'`}},
	})
}

func TestMeasures(t *testing.T) {
	runFind(t, []findCase{
		{"feet and inches", `He is 6'2" tall, she 5'10" and the plank 6' 2" by 12".`, nil},
		{"primes", `He is 6′2″ tall and the plank 12″.`, nil},
		{"words", `A 5-foot-10 man ate a 12" pizza on a 3½" board.`, nil},
		{"inside a quote", `"He is 6'2" tall," she said. "A 12" pizza," he said.`, []string{`"He is 6'2" tall,"`, `"A 12" pizza,"`}},
		{"a number quoted", `He wrote "in 2016" and "at 12" and "no".`, []string{`"in 2016"`, `"at 12"`, `"no"`}},
		{"beside a quote", `The 12" pizza was "good", he said.`, []string{`"good"`}},
	})
}

func TestSingleOuter(t *testing.T) {
	runFind(t, []findCase{
		{"apostrophes inside", `‘We didn’t want it,’ he said. ‘It’s ours.’`, []string{`‘We didn’t want it,’`, `‘It’s ours.’`}},
		{"straight", `'I can't,' she said, 'because the kids' school is shut'.`, []string{`'I can't,'`, `'because the kids' school is shut'`}},
		{"curly possessive", `‘The kids’ school is shut and the boys’ coats are here,’ said Ann.`, []string{`‘The kids’ school is shut and the boys’ coats are here,’`}},
		{"punctuation outside", `The minister called it ‘a disgrace’, ‘a mess’ and ‘worse’.`, []string{`‘a disgrace’`, `‘a mess’`, `‘worse’`}},
		{"colon", `Ms Lee said: ‘We’ll win. The players’ mood is good.’ Then she left.`, []string{`‘We’ll win. The players’ mood is good.’`}},
		{"no comma", `‘We won’ said Ms Lee. ‘The boys’ said nothing.`, []string{`‘We won’`, `‘The boys’`}},
		{"inner double", `'He said "no", and I said "why not?",' she said. 'Then "yes".'`, []string{`'He said "no", and I said "why not?",'`, `'Then "yes".'`}},
		{"over paragraphs", "‘It began in May.\n\n‘It went on in June.\n\n‘It’s over,’ she said.\n\nHe’s glad.", []string{`‘It began in May. // ‘It went on in June. // ‘It’s over,’`}},
		{"never closed", "‘We won. It’s great.\n\nThe boys’ coach left. ‘We lost,’ he said.", []string{`‘We won. It’s great. // UNCLOSED`, `‘We lost,’`}},
		{
			"doubt and inner double", `‘She said, “I did, and the girls’ mums did”,’ he recalled. ‘The lads’ coach told me: “It’s over.” I cried,’ she said.`,
			[]string{`‘She said, “I did, and the girls’ mums did”,’`, `‘The lads’ coach told me: “It’s over.” I cried,’`},
		},
		{"letters left off", `He sang ‘Drivin’ Home with Friends’ and ‘Rockin’ Along’.`, []string{`‘Drivin’ Home with Friends’`, `‘Rockin’ Along’`}},
		{"possessive, then a word in s", `The ‘workers’ rights’ and the ‘bosses’ greed’ were dead.`, []string{`‘workers’ rights’`, `‘bosses’ greed’`}},
		{"decade inside", `‘In the ’90s we won,’ he said. ‘In the ’80s’ end too.’`, []string{`‘In the ’90s we won,’`, `‘In the ’80s’ end too.’`}},
		{"number first", `'90 minutes was enough,' he said. '10 men cannot win.'`, []string{`'90 minutes was enough,'`, `'10 men cannot win.'`}},
		{"dash", `‘We won’ – that was all. ‘We –’ he began.`, []string{`‘We won’`, `‘We –’`}},
		{"question", `‘Did we?’ he asked. ‘Did you? The boys’ did!’`, []string{`‘Did we?’`, `‘Did you? The boys’ did!’`}},
	})
}

func TestParagraphs(t *testing.T) {
	runFind(t, []findCase{
		{"reopened", "“It began in May.\n\n“It went on in June.\n\n“It is over,” she said.", []string{`“It began in May. // “It went on in June. // “It is over,”`}},
		{"reopened straight", "\"It began in May.\n\"It is over,\" she said. \"Good.\"", []string{"\"It began in May. // \"It is over,\"", `"Good."`}},
		{"begun in the paragraph", "She said: “It began in May.\r\n\r\n“It is over.”\r\n", []string{`“It began in May. // “It is over.”`}},
		{"never closed", "“It began in May.\n\nShe left. “Bye,” she said.", []string{`“It began in May. // UNCLOSED`, `“Bye,”`}},
		{"never closed straight", "He said \"it began in May. \n\nShe left. \"Bye,\" she said.", []string{`"it began in May. // UNCLOSED`, `"Bye,"`}},
		{"a paragraph between", "“It began in May.\n\nShe paused.\n\n“It is over,” she said.", []string{`“It began in May. // UNCLOSED`, `“It is over,”`}},
		{"another mark", "\"It began in May.\n\n“It is over,” she said.", []string{`"It began in May. // UNCLOSED`, `“It is over,”`}},
		{"a transcript", "\"LEE: It began in May?\n\n\"ROE: It is over.\n\n\"It is done.\"", []string{`"LEE: It began in May? // UNCLOSED`, `"ROE: It is over. // "It is done."`}},
		{"inner quotes in a long one", "\"The first was a “rant” of his.\n\n\"The second was “worse” still.\"", []string{`"The first was a “rant” of his. // "The second was “worse” still."`}},
	})
}

func TestDirty(t *testing.T) {
	runFind(t, []findCase{
		{
			"reopened in the paragraph", `He said: "It has been five years. "Obviously it is not mine." She left. "Yes."`,
			[]string{`"It has been five years. // UNCLOSED`, `"Obviously it is not mine."`, `"Yes."`},
		},
		{
			"reopened and never closed", `He said: "It has been five years. "I said it is mine - I hope.`,
			[]string{`"It has been five years. // UNCLOSED`, `"I said it is mine - I hope. // UNCLOSED`},
		},
		{"reopened curly", `“It is late. “It is mine,” he said.`, []string{`“It is late. // UNCLOSED`, `“It is mine,”`}},
		{
			"never opened", `It was a surprise to Mr. Roe. It came out of the blue," he said, "at last."`,
			[]string{`UNOPENED // It came out of the blue,"`, `"at last."`},
		},
		{"never opened after a quote", `"Yes," he said. It is late," he added. "Bye."`, []string{`"Yes,"`, `UNOPENED // It is late,"`, `"Bye."`}},
		{"stray", `It was late." Then came "no" and "yes".`, []string{`"no"`, `"yes"`}},
		{"signature", "\"It is late, and I am tired.\nJane Roe, a doctor.\"\n\nHe left \"at once\".", []string{`"It is late, and I am tired. // UNCLOSED`, `"at once"`}},
		{"wrong way", `It needs an “urgent review“ and a “plan”.`, []string{`“urgent review“`, `“plan”`}},
	})
}
