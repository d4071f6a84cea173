/**
 * Makes months of believable conversations, hours and groups for the demo persons. Run it while identity has been
 * seeded and supervision runs: it waits for identity's events. A trainee who has conversations is left alone, so
 * running it again changes nothing.
 */
import { runCommand } from '@kompetanse/process'
import { waitForEvents } from '@kompetanse/process/seeding'
import { database, subgraph } from '../database.ts'
import { seedConversations } from './conversations.ts'
import { seedGroups } from './groups.ts'
import { seedOtherSupervision } from './other-supervision.ts'
import { alreadySeeded, loadPairs } from './pairs.ts'
import { seedTemplates } from './templates.ts'

await runCommand(subgraph, async () => {
  const mentored = { isTrainee: true, relationsAsTrainee: { some: { kind: 'MENTOR' as const } } }
  await waitForEvents(subgraph, async () => (await database.person.findFirst({ where: mentored })) !== null)
  const now = new Date()
  const had = await alreadySeeded()
  const pairs = await loadPairs()
  const fresh = pairs.filter(({ trainee }) => !had.has(trainee.id))
  for (const pair of fresh) await seedConversations(pair, now)
  await seedOtherSupervision(fresh, now)
  await seedGroups(pairs, now)
  await seedTemplates(pairs)
  process.stdout.write(`${JSON.stringify({ seeded: 'supervision', trainees: fresh.length })}\n`)
})
