import type { Id } from '@kompetanse/schema/ids'
import { idOf } from './ids.ts'
import { chapterName, SCHEME_BEGAN, type RegulationGoal } from './regulation.ts'

export interface SeedVersion {
  readonly label: string
  readonly prefix: string
  readonly validFrom: string
  readonly validTo?: string
  readonly transitionUntil?: string
}

export interface SeedPlan {
  readonly code: string
  readonly title: string
  /** Oldest first; each replaces the one before. */
  readonly versions: readonly SeedVersion[]
}

const since = (prefix: string, label: string, validFrom = SCHEME_BEGAN): readonly SeedVersion[] => [
  { label, prefix, validFrom },
]
const FIRST = 'Gjeldende fra 1. mars 2017'
const FKM_LABEL = 'Gjeldende fra 1. mars 2026'
const fkm = (speciality: string, code: string): SeedPlan => ({
  code: `FKM-${code}`,
  title: `Felles kompetansemål (FKM) (${speciality})`,
  versions: since('FKM', FKM_LABEL, '2026-03-01'),
})

/** The eight plans under the names that users know (F102–F105). */
const KNOWN: readonly SeedPlan[] = [
  {
    code: 'FKM-LIS1',
    title: 'DEL 1- Felles kompetansemål (LIS1)',
    versions: [
      // Who began on the old goals may finish on them until 1 September 2027 (FOR-2025-01-24-114, B05).
      {
        label: 'Før 1. september 2025',
        prefix: 'LM',
        validFrom: SCHEME_BEGAN,
        validTo: '2025-08-31',
        transitionUntil: '2027-09-01',
      },
      { label: 'Gjeldende fra 1. september 2025', prefix: 'FKMK', validFrom: '2025-09-01' },
    ],
  },
  {
    code: 'KLK',
    title: 'DEL 1 – Kliniske læringsmål – kommunehelsetjeneste (KLK) (LIS1)',
    versions: since('KLK', FIRST),
  },
  { code: 'ALM', title: 'Allmennmedisin (ALM)', versions: since('ALM', FIRST) },
  fkm('Allmennmedisin', 'ALM'),
  { code: 'ARB', title: 'Arbeidsmedisin (ARB)', versions: since('ARB', FIRST) },
  fkm('Arbeidsmedisin', 'ARB'),
  { code: 'SAM', title: 'Samfunnsmedisin (SAM)', versions: since('SAM', FIRST) },
  fkm('Samfunnsmedisin', 'SAM'),
]

const HOSPITAL_FKM: SeedPlan = {
  code: 'FKM',
  title: 'Felles kompetansemål (FKM) (sykehusspesialitetene)',
  versions: since('FKM', FKM_LABEL, '2026-03-01'),
}

const PLACED: ReadonlySet<string> = new Set(['LM', 'FKMK', 'FKM', 'KLK', 'ALM', 'ARB', 'SAM'])

/** The eight, the hospital specialities' common goals, and one plan for each other prefix of the regulation. */
export function seedPlans(goals: readonly RegulationGoal[]): readonly SeedPlan[] {
  const first = new Map<string, RegulationGoal>()
  for (const goal of goals) if (!first.has(goal.prefix)) first.set(goal.prefix, goal)
  const others = [...first.values()].filter((goal) => !PLACED.has(goal.prefix))
  return [...KNOWN, HOSPITAL_FKM, ...others.map(planOfPrefix)]
}

function planOfPrefix({ prefix, chapter, part, validFrom }: RegulationGoal): SeedPlan {
  const title = `${part === 'Del 1' ? 'DEL 1 – ' : ''}${HOSPITAL_LIS1[prefix] ?? chapterName(chapter)} (${prefix})`
  const label = validFrom === '2025-09-01' ? 'Gjeldende fra 1. september 2025' : FIRST
  return { code: prefix, title, versions: since(prefix, label, validFrom ?? SCHEME_BEGAN) }
}

const HOSPITAL_LIS1: Readonly<Record<string, string>> = {
  FKMS: 'Felles kompetansemål – spesialisthelsetjeneste',
  KLS: 'Kliniske læringsmål – spesialisthelsetjeneste',
  KLP: 'Kliniske læringsmål – psykiatri',
}

export const templateId = (plan: { readonly code: string }): Id<'PlanTemplate'> => idOf('plan', plan.code)
export const versionId = (plan: { readonly code: string }, version: SeedVersion): string =>
  idOf('plan-version', `${plan.code}:${version.prefix}:${version.validFrom}`)
