import type { PeriodKind } from '#lib/service-time/words.ts'
import { nextMonth } from './effect.ts'
import type { RuleInput, Setting } from './queries.ts'

/** A new rule as it is written in the form. */
export type Draft = {
  /** Of days and percent, as typed. */
  number: string
  /** Of a switch or a reading. */
  choice: number
  kinds: PeriodKind[]
  from: string
  source: string
}

export type Problems = { number?: 'days' | 'percent' | undefined; from: boolean; source: boolean }
type Checked = { input: RuleInput } | { problems: Problems }

const MOST = { DAYS: 14_640, PERCENT: 100 } as const

/** What a form begins with: the rule of today, from the first of the next month. */
export const draftOf = (
  { code, inForce }: Setting,
  today: string,
  everyKind: readonly PeriodKind[],
): Draft => ({
  number: inForce ? String(inForce.value).replace('.', ',') : '',
  choice: inForce?.value ?? 0,
  // A rule to sign that names no kind is about all of them.
  kinds: [
    ...(code === 'NEEDS_SIGNATURE' && inForce?.value === 1 && !inForce.kinds.length
      ? everyKind
      : (inForce?.kinds ?? [])),
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

/** The problems that show before the form is sent; the graph decides. */
export const problemsOf = ({ code, unit }: Setting, draft: Draft, today: string): Checked => {
  const isNumber = unit === 'DAYS' || unit === 'PERCENT'
  const value = isNumber ? numberOf(draft.number) : code === 'NEEDS_SIGNATURE' ? signs(draft) : draft.choice
  const fits = !isNumber || (value >= 0 && value <= MOST[unit])
  const source = draft.source.trim()
  const problems: Problems = {
    number: fits ? undefined : unit === 'DAYS' ? 'days' : 'percent',
    from: draft.from < today,
    source: source === '',
  }
  if (problems.number || problems.from || problems.source) return { problems }
  const kinds = hasKinds({ code }) ? draft.kinds : []
  return { input: { code, value, kinds, source, startsOn: draft.from } }
}

const signs = ({ kinds }: Draft): number => (kinds.length ? 1 : 0)
