import { describe, expect, it } from 'vitest'
import { calendarEntry } from './calendar.ts'

const NOW = new Date('2026-10-01T07:05:09Z')
const meeting = {
  ...{ id: '019a0000-0000-7000-8000-000000000001', version: 4, status: 'PLANNED' as const },
  ...{ startsAt: '2026-10-15T12:00:00Z', endsAt: '2026-10-15T13:30:00Z', place: 'Rom 1; kjeller, øst' },
  ...{ title: 'Veiledningssamtale med Amalie Nygård', url: 'https://portal.example/veiledning/1' },
}
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

describe('F039 F043 a conversation in the own calendar', () => {
  it('has its time in Norwegian time, its place and its other party, in whatever zone it is made', () => {
    const lines = linesOf(calendarEntry(meeting, NOW))
    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:019a0000-0000-7000-8000-000000000001',
      'SEQUENCE:4',
      'DTSTAMP:20261001T070509Z',
      'DTSTART;TZID=Europe/Oslo:20261015T140000',
      'DTEND;TZID=Europe/Oslo:20261015T153000',
      'SUMMARY:Veiledningssamtale med Amalie Nygård',
      'LOCATION:Rom 1\\; kjeller\\, øst',
      'URL;VALUE=URI:https://portal.example/veiledning/1',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
    expect(lines.filter((line) => line === 'TZID:Europe/Oslo')).toHaveLength(1)
  })

  it.each([
    ['INVITED', 'TENTATIVE'],
    ['PLANNED', 'CONFIRMED'],
    ['FINALISED', 'CONFIRMED'],
    ['DECLINED', 'CANCELLED'],
    ['CANCELLED', 'CANCELLED'],
  ] as const)('%s is %s', (status, word) => {
    expect(linesOf(calendarEntry({ ...meeting, status }, NOW))).toContain(`STATUS:${word}`)
  })

  it('keeps to lines of 75 octets', () => {
    const file = calendarEntry({ ...meeting, place: 'å'.repeat(300) }, NOW)
    expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  })
})
