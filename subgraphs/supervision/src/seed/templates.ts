import { database } from '../database.ts'
import type { Pair } from './pairs.ts'

const TEMPLATES = [
  {
    name: 'Vakt og beredskap',
    topics: ['Vakter siden sist', 'Når jeg ringer bakvakt', 'Utrykning og sikkerhet', 'Hvile etter vakt'],
    retired: false,
  },
  { name: 'Årssamtale etter gammel mal', topics: ['Året som gikk', 'Året som kommer'], retired: true },
]

/** What administrators of the enterprises have added to the portal's own: one in use, one no more. */
export async function seedTemplates(pairs: readonly Pair[]): Promise<void> {
  if ((await database.conversationTemplate.count({ where: { origin: 'ENTERPRISE' } })) > 0) return
  const enterprises = new Set(pairs.flatMap(({ trainee }) => trainee.enterpriseId ?? []))
  await database.conversationTemplate.createMany({
    data: [...enterprises].flatMap((enterpriseId) =>
      TEMPLATES.map((template) => ({ ...template, origin: 'ENTERPRISE' as const, enterpriseId })),
    ),
  })
}
