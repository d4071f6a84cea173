import { addDays, monthsLater } from '@kompetanse/calendar/day'
import { chance, choose } from '@kompetanse/process/seeding'
import type { Id } from '@kompetanse/schema/ids'
import type { Details } from '../statement/domain/details.ts'
import type { AbsenceKind, PeriodKind } from '../statement/domain/kinds.ts'
import { SHARE, shareOf } from '../statement/domain/share.ts'

/** Whose career it is, as the directory knows them. */
export interface SeedTrainee {
  readonly id: Id<'Person'>
  readonly trackCode: string
  readonly part: 'PART_1' | 'PART_2' | 'PART_3'
  readonly position: string
  readonly enterpriseName: string
  readonly unitName: string | null
  /** YYYY-MM-DD */
  readonly startedOn: string
}

const HOSPITALS = [
  'Haukeland universitetssjukehus',
  'St. Olavs hospital',
  'Sykehuset Innlandet',
  'Nordlandssykehuset',
]
const HOMES = ['Solbakken sykehjem', 'Fjordgløtt sykehjem', 'Lundtunet helsehus']

/** What somebody of this speciality does most of the time. */
const MAIN: Readonly<Record<string, PeriodKind>> = {
  ALM: 'OPEN_UNSELECTED_PRACTICE',
  SAM: 'COMMUNITY_MEDICINE',
  ARB: 'OCCUPATIONAL_MEDICINE',
}

/** Where somebody has served until today, by the calendar of their training; always the same for the same person. */
export function careerOf(trainee: SeedTrainee, today: string): readonly Details[] {
  const { id, startedOn, part } = trainee
  const hospital = { enterpriseName: choose(HOSPITALS, id, 'hospital'), unitName: null, position: 'LIS1' }
  if (part === 'PART_1') {
    return [
      stated('PART_1_HOSPITAL', monthsLater(startedOn, -12), addDays(startedOn, -1), { ...hospital, id }),
      stated('PART_1_MUNICIPAL', startedOn, null, { ...trainee, position: 'LIS1' }),
    ]
  }
  const municipal = monthsLater(startedOn, -6)
  return [
    stated('PART_1_HOSPITAL', monthsLater(municipal, -12), addDays(municipal, -1), { ...hospital, id }),
    stated('PART_1_MUNICIPAL', municipal, addDays(startedOn, -1), { ...trainee, position: 'LIS1' }),
    ...speciality(trainee, today),
  ]
}

/** A year at a time; in general practice the second is at an institution for half of it. */
function speciality(trainee: SeedTrainee, today: string): Details[] {
  const main = MAIN[trainee.trackCode] ?? 'HOSPITAL'
  const periods: Details[] = []
  for (let from = trainee.startedOn, at = 0; from <= today; at += 1) {
    const away = trainee.trackCode === 'ALM' && at === 1
    const until = monthsLater(from, away ? 6 : 12)
    const endsOn = until > today ? null : addDays(until, -1)
    const home = {
      id: trainee.id,
      enterpriseName: choose(HOMES, trainee.id),
      unitName: null,
      position: 'Lege',
    }
    periods.push(stated(away ? 'INSTITUTION' : main, from, endsOn, away ? home : trainee))
    from = until
  }
  return periods
}

type Place = Pick<SeedTrainee, 'id' | 'enterpriseName' | 'unitName' | 'position'>

function stated(kind: PeriodKind, startsOn: string, endsOn: string | null, place: Place): Details {
  const { id, enterpriseName, unitName, position } = place
  return {
    ...{ kind, startsOn, endsOn, enterpriseId: null, enterpriseName, unitName, position },
    share: shareOf(kind.startsWith('PART_1') ? 1 : choose([1, 1, 1, 0.8, 0.9], id, startsOn, 'fte')),
    overlapReason: null,
    ...(endsOn === null ? { absences: [], unsupervisedPeriods: [] } : awayIn(id, startsOn, endsOn)),
  }
}

const absence = (kind: AbsenceKind, startsOn: string, days: number) => ({
  ...{ kind, startsOn, endsOn: addDays(startsOn, days - 1), share: SHARE },
})

/** Holiday in July, a course, some illness; parental leave and a mentor who was away now and then. */
function awayIn(id: string, startsOn: string, endsOn: string) {
  const july = `${endsOn.slice(0, 4)}-07-06`
  const spring = `${endsOn.slice(0, 4)}-03-09`
  const all = [
    absence('HOLIDAY', july, 21),
    absence('COURSE', spring, 5),
    absence('SICKNESS', addDays(startsOn, 40), 2 + Math.floor(chance(id, startsOn, 'ill') * 12)),
    ...(chance(id, startsOn, 'child') < 0.12 ? [absence('PARENTAL_LEAVE', addDays(startsOn, 90), 98)] : []),
  ]
  const gap = {
    startsOn: addDays(startsOn, 70),
    endsOn: addDays(startsOn, 84),
    reason: 'Veilederen var borte, og ingen vikar var utpekt',
  }
  const within = (row: { readonly startsOn: string; readonly endsOn: string }) =>
    row.startsOn >= startsOn && row.endsOn <= endsOn
  return {
    absences: all.filter(within),
    unsupervisedPeriods: chance(id, startsOn, 'gap') < 0.2 && within(gap) ? [gap] : [],
  }
}
