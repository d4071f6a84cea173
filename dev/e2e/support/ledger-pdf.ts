import { expect } from '@playwright/test'
import { all, readPdf, type Tag } from './pdf.ts'
import type { Person } from './person.ts'

type Figure =
  | 'days'
  | `${'partTime' | 'trainingTime' | 'holidayAndCourse' | 'absence' | 'allowance'}Days`
  | `${'deducted' | 'counted' | 'missing'}Days`

interface Total extends Readonly<Record<Figure, number>> {
  readonly requirement: string
  readonly paragraph: string
  readonly applies: boolean
  readonly notCounted: readonly { paragraph: string; days: number }[]
}

interface Served {
  readonly displayName: string
  readonly servicePeriods: {
    edges: { node: { enterpriseName: string; days: number; countedDays: number } }[]
  }
  readonly serviceTimeLedger: {
    reckonedOn: string
    confirmed: { totals: Total[] }
    registered: { totals: Total[]; lines: { totalCount: number; edges: { node: Line }[] } }
    forecast: { requirements: { requirement: string; metOn: string | null }[]; metOn: string | null }
  }
}

interface Line {
  readonly startsOn: string
  readonly endsOn: string
  readonly days: number
  readonly countedDays: number
  readonly paragraph: string
}

const AMOUNTS = `requirement paragraph applies days notCounted { paragraph days } partTimeDays trainingTimeDays
  holidayAndCourseDays absenceDays allowanceDays deductedDays countedDays missingDays`
const LEDGER = `query ($id: ID!) { trainee(id: $id) { displayName
  servicePeriods(first: 100) { edges { node { enterpriseName days countedDays } } }
  serviceTimeLedger { reckonedOn confirmed { totals { ${AMOUNTS} } }
    registered { totals { ${AMOUNTS} } lines(first: 500) { totalCount edges { node { startsOn endsOn days countedDays paragraph } } } }
    forecast { requirements { requirement metOn } metOn } } } }`

const WORDS: Readonly<Record<string, string>> = {
  TOTAL_TRAINING_TIME: 'Hele utdanningen',
  PART_1_HOSPITAL: 'LIS1 i sykehus',
  PART_1_MUNICIPAL: 'LIS1 i kommune',
  AFTER_PART_1: 'Utdanningen etter del 1',
  OPEN_UNSELECTED_PRACTICE: 'Åpen uselektert praksis',
  OTHER_SPECIALITY_AT_MOST: 'Annen spesialitet (høyst)',
}
const ORDINALS = ['', 'første', 'andre', 'tredje', 'fjerde', 'femte', 'sjette']

const paragraph = (section31: string) => {
  const [, section = '', sub = '', letter = ''] = /^(\d+)\((\d)\)(\w?)$/.exec(section31) ?? []
  return `§ ${section} ${ORDINALS[Number(sub)]} ledd${letter && ` bokstav ${letter}`}`
}
const day = (iso: string) =>
  new Intl.DateTimeFormat('nb-NO', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(iso))
const figure = (text = '') => Number(text.replace(/\s/g, '').replace(',', '.'))
const tenth = (days: number) => Math.round(days * 10 + 1e-6) / 10
const whole = (days: number) => Math.floor(days + 1e-6)

/** The rows of the table that follows a heading, without the head. */
function tableUnder(document: Tag, heading: string): string[][] {
  const at = document.tags.findIndex(({ name, text }) => name === 'H1' && text === heading)
  expect(at, heading).toBeGreaterThan(-1)
  const table = document.tags.slice(at).find(({ name }) => name === 'Table') as Tag
  expect(all(table, 'TH').length, 'the head is a head').toBeGreaterThan(2)
  const rows = all(table, 'TR').map(({ tags }) => tags)
  return rows.filter((row) => row.some(({ name }) => name === 'TD')).map((row) => row.map(({ text }) => text))
}

const sumOf = (total: Total): [rule: string, days: number][] => [
  [paragraph('31(1)'), tenth(total.days)],
  [paragraph('31(2)'), tenth(total.partTimeDays)],
  ...total.notCounted.map((taken): [string, number] => [paragraph(taken.paragraph), tenth(taken.days)]),
  ['', tenth(total.trainingTimeDays)],
  [paragraph('31(3)'), tenth(total.holidayAndCourseDays)],
  [paragraph('31(4)'), tenth(total.absenceDays)],
  [paragraph('31(4)'), tenth(total.allowanceDays)],
  [paragraph('31(4)'), tenth(total.deductedDays)],
  [paragraph(total.paragraph), tenth(total.countedDays)],
]

/** Compares the PDF with the graph, figure by figure, in the order of a screen reader. */
export async function expectAsInLedger(pdf: Buffer, reader: Person, id: string): Promise<void> {
  const document = readPdf(pdf)
  const { trainee } = await reader.ask<{ trainee: Served }>(LEDGER, { id })
  const { reckonedOn, confirmed, registered, forecast } = trainee.serviceTimeLedger
  expect(all(document, 'Title').map(({ text }) => text)).toEqual([
    `Beregning av tjenestetid: ${trainee.displayName}`,
  ])
  expect(document.text).toContain(`Regnet til og med ${day(reckonedOn)}.`)
  expect(document.text).toContain(`Laget ${day(reckonedOn)} av ${reader.name}`)

  const shown = confirmed.totals.filter(
    ({ requirement, applies }) =>
      applies &&
      (requirement !== 'OTHER_SPECIALITY_AT_MOST' ||
        registered.totals.some((one) => one.requirement === requirement && one.days > 0)),
  )
  for (const total of shown) {
    const rows = tableUnder(document, WORDS[total.requirement] ?? '')
    const read = rows.map(([, , rule, days]) => [rule, figure(days)])
    expect(read, total.requirement).toEqual(sumOf(total))
  }
  const earliest = tableUnder(document, 'Tidligste dato i dagens takt')
  const required = confirmed.totals.filter(
    ({ requirement, applies }) => applies && requirement !== 'OTHER_SPECIALITY_AT_MOST',
  )
  for (const [at, { requirement, missingDays }] of required.entries()) {
    const on = forecast.requirements.find((one) => one.requirement === requirement)?.metOn
    const then = missingDays === 0 ? 'Oppfylt' : on ? day(on) : 'Ikke med dagens stilling'
    expect(earliest[at]).toEqual([WORDS[requirement], expect.anything(), then])
    expect(figure(earliest[at]?.[1])).toBe(tenth(missingDays))
  }
  if (forecast.metOn) expect(earliest.at(-1)?.[2]).toBe(day(forecast.metOn))

  const periods = tableUnder(document, 'Perioder')
  for (const [at, { node }] of trainee.servicePeriods.edges.entries()) {
    expect(periods[at]?.[0]).toContain(node.enterpriseName)
    const counts = (periods[at]?.[3] ?? '').replace(/\s/g, '')
    expect(counts).toBe(`${whole(node.countedDays)}av${whole(node.days)}d`)
  }
  const lines = tableUnder(document, 'Hver dag')
  expect(lines).toHaveLength(registered.lines.totalCount)
  for (const [at, { node }] of registered.lines.edges.entries()) {
    const [span, , why, days, counted] = lines[at] ?? []
    expect(span).toBe(`${day(node.startsOn)} – ${day(node.endsOn)}`)
    expect(why).toContain(paragraph(node.paragraph))
    expect([figure(days), figure(counted)]).toEqual([tenth(node.days), tenth(node.countedDays)])
  }
}
