import { brandId } from '@kompetanse/schema/ids'
import { DEFAULT_RULES } from '../rules/domain/default-rules.ts'
import type { RuleCode, ServiceTimeRule } from '../rules/domain/rule.ts'
import type { AbsenceKind, PeriodKind } from '../statement/domain/kinds.ts'
import type { Absence, LedgerInput, ServicePeriod, UnsupervisedPeriod } from '../ledger/domain/types.ts'

/** One case of cases.md. */
export interface Case {
  readonly name: string
  readonly input: LedgerInput
  /** The lines after `=`, without it. */
  readonly expected: readonly string[]
}

type Draft<Type> = { -readonly [Key in keyof Type]: Type[Key] }
type DraftPeriod = Draft<Omit<ServicePeriod, 'absences' | 'unsupervisedPeriods'>> & {
  absences: Absence[]
  unsupervisedPeriods: UnsupervisedPeriod[]
}
interface DraftCase {
  input: Draft<Omit<LedgerInput, 'periods'>> & { periods: DraftPeriod[] }
  expected: string[]
}

const DATE = String.raw`(\d{4}-\d\d-\d\d)`

/** How a line of a box is read. The first that fits is it. */
const GRAMMAR: readonly (readonly [RegExp, (draft: DraftCase, words: readonly string[]) => void])[] = [
  [/^= (.+)$/, ({ expected }, [rest = '']) => expected.push(rest)],
  [new RegExp(`^as of ${DATE}$`), ({ input }, [date = '']) => (input.asOf = date)],
  [/^general practice$/, ({ input }) => (input.openUnselectedPracticeRequired = true)],
  [new RegExp(`^licence ${DATE}$`), ({ input }, [date = '']) => (input.licensedOn = date)],
  [new RegExp(`^(\\w+) is ([\\d.]+)(?: until ${DATE})?$`), ({ input }, words) => setRule(input, words)],
  [
    new RegExp(`^ {2}without guidance ${DATE} to ${DATE}$`),
    ({ input }, words) => addUnsupervised(input, words),
  ],
  [
    new RegExp(`^ {2}(\\w+) ${DATE} to ${DATE}(?: (\\d+) %)?$`),
    ({ input }, words) => addAbsence(input, words),
  ],
  [
    new RegExp(`^(\\w+) (\\d+) % ${DATE} (?:to ${DATE}|and goes on)( not confirmed)?$`),
    ({ input }, words) => addPeriod(input, words),
  ],
]

/** The boxes of a text, each by the heading above it. */
export function readCases(markdown: string): Case[] {
  const cases = markdown.matchAll(/^## (.+)\n[^]*?```case\n([^]*?)```/gm)
  return [...cases].map(([, name = '', box = '']) => readCase(name, box))
}

function readCase(name: string, box: string): Case {
  const draft: DraftCase = {
    input: {
      asOf: '',
      periods: [],
      rules: DEFAULT_RULES,
      licensedOn: null,
      openUnselectedPracticeRequired: false,
    },
    expected: [],
  }
  for (const line of box.split('\n').filter((text) => text !== '')) {
    const found = GRAMMAR.find(([form]) => form.test(line))
    if (!found) throw new Error(`${name}: cannot read “${line}”`)
    const [form, read] = found
    read(draft, form.exec(line)?.slice(1) ?? [])
  }
  return { name, ...draft }
}

function setRule(input: DraftCase['input'], [code, value, until]: readonly string[]) {
  const rule: ServiceTimeRule = {
    code: code as RuleCode,
    value: Number(value),
    unit: 'READING',
    kinds: [],
    source: '',
    validFrom: '2019-03-01',
    validTo: until ?? null,
  }
  input.rules = [...input.rules.filter((one) => one.code !== code), rule]
}

function addPeriod(
  { periods }: DraftCase['input'],
  [kind, percent, from, to, unconfirmed]: readonly string[],
) {
  periods.push({
    id: brandId(`period ${periods.length + 1}`),
    kind: kind as PeriodKind,
    fte: Number(percent) / 100,
    startsOn: from ?? '',
    endsOn: to ?? null,
    confirmed: unconfirmed === undefined,
    absences: [],
    unsupervisedPeriods: [],
  })
}

function addAbsence({ periods }: DraftCase['input'], [kind, startsOn, endsOn, percent]: readonly string[]) {
  const period = periods.at(-1)
  period?.absences.push({
    id: brandId(`absence ${period.absences.length + 1}`),
    kind: kind as AbsenceKind,
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
    share: Number(percent ?? 100) / 100,
  })
}

function addUnsupervised({ periods }: DraftCase['input'], [startsOn, endsOn]: readonly string[]) {
  periods
    .at(-1)
    ?.unsupervisedPeriods.push({ id: brandId('1'), startsOn: startsOn ?? '', endsOn: endsOn ?? '' })
}
