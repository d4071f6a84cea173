import type { RuleChoice, RuleValue } from '#lib/service-time/readings.ts'
import type { PeriodKind } from '#lib/service-time/words.ts'
import type { RuleInput } from './commands.ts'
import { nextMonth } from './effect.ts'
import type { Setting } from './queries.ts'

/** A new rule as it is written in the form. */
export type Draft = {
  /** Of days and percent, as typed. */
  number: string
  /** Of what is chosen; undefined of a number. */
  choice: RuleChoice | undefined
  kinds: PeriodKind[]
  from: string
  source: string
}

export type Problems = { number?: 'days' | 'percent' | undefined; from: boolean; source: boolean }
/** As the graph takes it, with a value that can be put into words. */
export type NewRule = Omit<RuleInput, 'value' | 'kinds'> & { value: RuleValue; kinds: PeriodKind[] }
type Checked = { input: NewRule } | { problems: Problems }

const MOST = { DAYS: 14_640, PERCENT: 100 } as const

/** Whether periods have to be signed. */
export const isToSign = (value: RuleValue): boolean =>
  'choice' in value && value.choice === 'SIGNATURE_NEEDED'

/** The number of a threshold as people write it. */
const typed = (value: RuleValue): string =>
  'choice' in value ? '' : String('days' in value ? value.days : value.percent).replace('.', ',')

/** What a form begins with: the rule of today, from the first of the next month. */
export const draftOf = (
  { choices, inForce }: Setting,
  today: string,
  everyKind: readonly PeriodKind[],
): Draft => ({
  number: inForce ? typed(inForce.value) : '',
  choice: inForce && 'choice' in inForce.value ? inForce.value.choice : choices[0],
  // A rule to sign that names no kind is about all of them.
  kinds: [
    ...(inForce && isToSign(inForce.value) && !inForce.kinds.length ? everyKind : (inForce?.kinds ?? [])),
  ],
  from: nextMonth(today),
  source: inForce?.source ?? '',
})

/** Which settings are about kinds of service that one chooses. */
export const hasKinds = ({ code }: Pick<Setting, 'code'>): boolean =>
  code === 'NEEDS_SIGNATURE' || code === 'MINIMUM_FTE'

/** «1 200» and «12,5» as people write them; NaN for what is no number. */
const numberOf = (text: string): number => {
  const plain = text.replaceAll(/\s/gu, '').replace(',', '.')
  return plain === '' ? Number.NaN : Number(plain)
}

/** What was written as the graph takes it; undefined of what is no such value. */
const valueOf = ({ code, valueKind }: Setting, draft: Draft): RuleValue | undefined => {
  if (code === 'NEEDS_SIGNATURE')
    return { choice: draft.kinds.length ? 'SIGNATURE_NEEDED' : 'SIGNATURE_NOT_NEEDED' }
  if (valueKind === 'CHOICE') return draft.choice && { choice: draft.choice }
  const written = numberOf(draft.number)
  if (!(written >= 0 && written <= MOST[valueKind])) return undefined
  return valueKind === 'DAYS' ? { days: written } : { percent: written }
}

/** What can be said before it is sent. The graph has the last word. */
export const problemsOf = (setting: Setting, draft: Draft, today: string): Checked => {
  const { code, valueKind } = setting
  const value = valueOf(setting, draft)
  const source = draft.source.trim()
  const problems: Problems = {
    number: value ? undefined : valueKind === 'DAYS' ? 'days' : 'percent',
    from: draft.from < today,
    source: source === '',
  }
  if (!value || problems.from || problems.source) return { problems }
  const kinds = hasKinds({ code }) ? draft.kinds : []
  return { input: { code, value, kinds, source, startsOn: draft.from } }
}
