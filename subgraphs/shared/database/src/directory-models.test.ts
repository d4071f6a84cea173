import { expect, test } from 'vitest'
import { directoryModels } from './directory-models.ts'

const goal = (person: string) => `model LearningGoal {\n  id String @id\n  trainee Person? ${person}\n}\n`
const related = goal('@relation("goals", fields: [traineeId], references: [id])')

test('a person has each relation that a schema names, by that name', () => {
  expect(directoryModels(related)).toContain('\n  goals LearningGoal[] @relation("goals")\n')
  expect(directoryModels(related)).toContain('model Relation {')
})

test('who relates nothing to persons, or has persons of its own, is given none', () => {
  expect(directoryModels('model Track {\n  code String @id\n}\n')).toBeUndefined()
  expect(directoryModels(`model Person {\n  id String @id\n}\n${related}`)).toBeUndefined()
})
