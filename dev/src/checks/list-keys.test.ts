import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../root.ts'
import { folderOfSources } from './folder-of-sources.ts'
import { unsureKeys } from './list-keys.ts'

const HOME = 'routes/(app)/(home)'

/** Why none of these is there twice → where it is the key. */
const APART = {
  'words of the portal, each another': [
    'lib/queue/RejectForm.svelte: starter.label',
    'lib/queue/Segments.svelte: segment.text',
    'lib/shell/KeySheet.svelte: group',
    'lib/shell/KeySheet.svelte: cap',
    'lib/ui/FilterChips.svelte: chip.value',
    'lib/ui/TabPanels.svelte: name',
    'lib/ui/TableHead.svelte: column.name',
    `${HOME}/AdministrationPanel.svelte: title`,
    `${HOME}/WaitingPanel.svelte: lane.title`,
    'routes/(app)/veiledning/OpenLanes.svelte: heading',
  ],
  'each name of a closed list once': [
    'lib/shell/PersonMenu.svelte: locale',
    'lib/shell/PersonMenu.svelte: one',
    'routes/(app)/brukere/[id]/GiveRole.svelte: one',
    'routes/(app)/laeringsaktiviteter/[id]/ActivityForm.svelte: one',
    'routes/(app)/regler/RuleFields.svelte: choice',
    'routes/(app)/veiledning/ListFilter.svelte: name',
    'routes/(app)/veiledning/[id]/GoalsPanel.svelte: choice',
  ],
  'days and years, one of each': [
    'lib/service-time/GapRows.svelte: offer.startsOn',
    'lib/service-time/Timeline.svelte: year',
    'routes/(app)/regler/RuleHistory.svelte: rule.startsOn',
    'routes/(app)/regler/SettingRow.svelte: rule.startsOn',
    'routes/(app)/veiledning/timer/Choices.svelte: one',
    'routes/(app)/veiledning/timer/GapsPanel.svelte: gap.startsOn',
  ],
  'ids, by whoever shows the list': [
    'lib/ui/DataTable.svelte: keyOf(row, at)',
    'lib/ui/PanelList.svelte: keyOf(item)',
    'routes/(app)/samtalemaler/TemplateForm.svelte: scopeKey(scope)',
  ],
  'numbers of empty rows': ['lib/ui/DataTable.svelte: at'],
}
const apart = Object.values(APART).flat()
const web = join(ROOT, 'web/src')

it('rows of a list are told apart by what none of them shares', () => {
  expect(unsureKeys(web, new Set(apart))).toEqual([])
})

it('what is said to be apart is a key, and not sure by itself', () => {
  const unsure = new Set(unsureKeys(web, new Set()))
  expect(apart.filter((name) => !unsure.has(name))).toEqual([])
})

it('the control: a written text is named, with and without a pattern around it', () => {
  using root = folderOfSources({
    'List.svelte': `{#each rows as { id, title } (id)}{title}{/each} {#each rows as { title } (title)}{title}{/each}
      {#each texts as text (text)}{text}{/each} {#each texts as text, at (at)}{text}{/each}
      {#each lines as line (\`\${line.text} \${line.note}\`)}{/each} {#each edges as edge (edge.node.goalId)}{/each}
      {#each kept.filter(({ id }) => id) as { node: { title } } (title)}{/each} {#each rows as row}{/each}`,
  })
  expect(unsureKeys(root.path, new Set())).toEqual([
    'List.svelte: title',
    'List.svelte: text',
    'List.svelte: `${line.text} ${line.note}`',
    'List.svelte: title',
    'List.svelte: 1 without a key',
  ])
})
