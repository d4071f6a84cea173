import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEFAULT_RULES } from '../rules/domain/default-rules.ts'
import { computeLedger } from './domain/ledger.ts'
import type { Account, Ledger, RequirementTotal } from './domain/types.ts'
import { toDays } from './domain/units.ts'
import { validatePeriod } from '../statement/domain/validate-period.ts'
import { readCases } from '../testing/read-cases.ts'

const text = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const CASES = readCases(text('cases.md'))

test('B04 every threshold and choice is told in section-31.md', () => {
  const readings = text('section-31.md')
  for (const { code } of DEFAULT_RULES) expect(readings).toContain(`\`${code}\``)
})

test('B04 every case of cases.md is read', () => {
  expect(CASES.map(({ name }) => Number.parseInt(name))).toEqual(CASES.map((_, i) => i + 1))
  expect(CASES.length).toBeGreaterThanOrEqual(14)
})

for (const { name, input, expected } of CASES)
  test(`B04 § 31 by hand: ${name}`, () => {
    for (const period of input.periods) expect(validatePeriod(period, input.asOf)).toEqual([])
    const ledger = computeLedger(input)
    expect(expected).not.toEqual([])
    for (const line of expected) expect(`= ${answer(line, ledger)}`).toBe(`= ${line}`)
  })

/** The same sentence, with the figures of the ledger. */
function answer(sentence: string, ledger: Ledger): string {
  const [, subject = '', figures = ''] = /^([^:]+): (.+)$/.exec(sentence) ?? []
  if (subject.startsWith('effect ')) return `${subject}: ${ofEffect(subject.slice(7), ledger.confirmed)}`
  if (subject.startsWith('registered '))
    return `${subject}: ${ofTotal(ledger.registered, subject.slice(11), figures)}`
  if (subject) return `${subject}: ${ofTotal(ledger.confirmed, subject, figures)}`
  if (sentence.startsWith('remark ')) return ofRemark(sentence, ledger)
  return ofForecast(sentence, ledger)
}

function ofTotal({ totals }: Account, requirement: string, figures: string) {
  const total = totals.find((one) => one.requirement === requirement)
  const names = figures.split(', ').map((figure) => figure.split(' ')[0] as keyof RequirementTotal)
  return names.map((name) => `${name} ${toDays(Number(total?.[name]))}`).join(', ')
}

function ofEffect(effect: string, { lines }: Account) {
  const found = lines.filter((line) => line.effect === effect)
  const sum = (of: 'days' | 'counted') => toDays(found.reduce((all, line) => all + line[of], 0))
  return `days ${sum('days')}, counted ${sum('counted')}`
}

function ofRemark(sentence: string, { remarks }: Ledger) {
  const told = remarks.map(({ code, startsOn, endsOn }) => `remark ${code} ${startsOn} to ${endsOn}`)
  return told.find((one) => one === sentence) ?? told.join('; ')
}

function ofForecast(sentence: string, { forecast }: Ledger) {
  const subject = sentence.split(' ')[0] ?? ''
  const date =
    subject === 'all'
      ? forecast.overall
      : forecast.requirements.find(({ requirement }) => requirement === subject)?.on
  return date ? `${subject} is met on ${date}` : `${subject} is never met`
}
