import { chapterName, type RegulationGoal } from './regulation.ts'

export interface SeedTrack {
  readonly code: string
  readonly name: string
  readonly part: 'PART_1' | 'PART_3'
  readonly owningPortal: 'DIRECTORATE' | 'REGIONAL'
  readonly speciality: string | null
  /** Codes of the plans that a trainee of the track gets, in this order. */
  readonly plans: readonly string[]
}

/** The tracks of the Directorate's portal (F032, F102–F105). */
const DIRECTORATE: readonly SeedTrack[] = [
  track('LIS1', 'LIS1 kommune', ['FKM-LIS1', 'KLK'], null),
  track('ALM', 'LIS3 allmennmedisin', ['ALM', 'FKM-ALM'], 'Allmennmedisin'),
  track('ARB', 'LIS3 arbeidsmedisin', ['ARB', 'FKM-ARB'], 'Arbeidsmedisin'),
  track('SAM', 'LIS3 samfunnsmedisin', ['SAM', 'FKM-SAM'], 'Samfunnsmedisin'),
]

function track(code: string, name: string, plans: readonly string[], speciality: string | null): SeedTrack {
  return {
    code,
    name,
    part: speciality ? 'PART_3' : 'PART_1',
    owningPortal: 'DIRECTORATE',
    speciality,
    plans,
  }
}

// Specialities that share a part 2: internal medicine (FIM) and surgery (FKI), annex 2 C1 and C12.
const INTERNAL: ReadonlySet<string> = new Set('AMM BLS END FOR GER HJS MED INF LUN NYR'.split(' '))
const SURGICAL: ReadonlySet<string> = new Set('BAK BEK GAK KIR KAK PLA THX URO'.split(' '))
const NO_SPECIALITY: ReadonlySet<string> = new Set('ALM ARB SAM FIM FKI FKM'.split(' '))

export function seedTracks(goals: readonly RegulationGoal[]): readonly SeedTrack[] {
  const chapters = new Map(goals.filter(isSpeciality).map((goal) => [goal.prefix, chapterName(goal.chapter)]))
  const hospital = [...chapters].map(([code, name]): SeedTrack => ({
    code,
    name: `LIS3 ${name.toLowerCase()}`,
    part: 'PART_3',
    owningPortal: 'REGIONAL',
    speciality: name,
    plans: [code, ...shared(code), 'FKM'],
  }))
  return [...DIRECTORATE, ...hospital]
}

const isSpeciality = ({ prefix, part }: RegulationGoal): boolean =>
  part === 'Del 2/3' && !NO_SPECIALITY.has(prefix)

const shared = (code: string): readonly string[] =>
  INTERNAL.has(code) ? ['FIM'] : SURGICAL.has(code) ? ['FKI'] : []
