import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoalDefinition } from '../generated/db/client.ts'
import { idOf } from './ids.ts'

/** A goal as the regulation's annex 2 has it (FOR-2016-12-08-1482); see the file's `source`. */
export interface RegulationGoal {
  readonly code: string
  readonly prefix: string
  readonly wording: string
  readonly categoryNo: string | null
  readonly category: string | null
  readonly chapter: string
  readonly part: 'Del 1' | 'Del 1 (tidligere)' | 'Del 2/3' | 'Del 2–3'
  readonly knowledgeLevel: number | null
  readonly skillLevel: number | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly transitionUntil: string | null
}

const file = join(import.meta.dirname, '../../data/learning-goals.json')

export const regulationGoals = (): readonly RegulationGoal[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as { goals: RegulationGoal[] }).goals

/** The new scheme's first day (§ 37); the regulation gives a date of its own only to what changed later. */
export const SCHEME_BEGAN = '2017-03-01'

const dayOrNull = (day: string | null): Date | null => (day ? new Date(day) : null)

/** Codes without a category take the chapter's name, as in «B2. Kommunehelsetjenesten». */
export const goalRow = (goal: RegulationGoal, position: number): GoalDefinition => ({
  id: idOf('goal', goal.code),
  code: goal.code,
  wording: goal.wording,
  knowledgeLevel: goal.knowledgeLevel,
  skillLevel: goal.skillLevel,
  categoryNo: goal.categoryNo,
  category: categoryOf(goal),
  chapter: goal.chapter,
  part: goal.part.startsWith('Del 1') ? 'PART_1' : sharedPart(goal.prefix),
  position,
  validFrom: new Date(goal.validFrom ?? SCHEME_BEGAN),
  validTo: dayOrNull(goal.validTo),
  transitionUntil: dayOrNull(goal.transitionUntil),
})

export const categoryOf = ({ category, chapter }: RegulationGoal): string => category ?? chapterName(chapter)

export const chapterName = (chapter: string): string => chapter.replace(/^[A-C]\.? ?\d*\.? /, '')

// Shared goals of the internal-medicine and surgical specialities are part 2; the rest is part 3.
const sharedPart = (prefix: string) => (prefix === 'FIM' || prefix === 'FKI' ? 'PART_2' : 'PART_3')
