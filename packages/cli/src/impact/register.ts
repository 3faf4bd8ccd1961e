import type { Model } from '@throughline/engine';
import type { Style } from '../terminal/style.ts';

type Language = 'en' | 'vi' | 'zh';

/** Words of the register by language. */
const words = {
  en: {
    title: 'Consultation register',
    asked: 'Asked',
    answer: 'Answer',
    none: 'not answered',
    recorded: 'recorded',
    expected: 'expected of people so affected, not recorded',
  },
  vi: {
    title: 'Sổ tham vấn',
    asked: 'Đề nghị',
    answer: 'Trả lời',
    none: 'chưa trả lời',
    recorded: 'đã ghi nhận',
    expected: 'dự kiến, chưa ghi nhận',
  },
  zh: {
    title: '公众意见登记簿',
    asked: '要求',
    answer: '答复',
    none: '尚未答复',
    recorded: '已记录',
    expected: '预计会提出，尚无记录',
  },
} as const; // prettier-ignore

/**
 * The consultation register as lines to be printed: who is affected where, what they asked, what the option answers.
 *
 * @param model - the corridor under the option
 * @param language - English, Vietnamese or Chinese; where a text is missing in it, English stands
 * @param place - one place only
 * @param style - marks headings
 */
export function registerLines(model: Model, language: Language, place: string | undefined, style: Style): string[] {
  const word = words[language];
  const inLanguage = (english: string, others?: Readonly<Record<string, string>>) => others?.[language] ?? english;
  const entries = Object.values(model.consultations).filter((entry) => place === undefined || entry.place === place);
  return [
    style('bold', word.title),
    ...entries.flatMap(({ place: at, group, group_in, date, asked, asked_in, state, answer, answer_in }) => {
      const where = model.places[at]!;
      const told = answer === undefined ? word.none : inLanguage(answer, answer_in);
      return [
        '',
        style('bold', `${inLanguage(where.name, where.names)}: ${inLanguage(group, group_in)}`),
        `${word.asked}: ${inLanguage(asked, asked_in)} (${date ? `${date}, ` : ''}${word[state]})`,
        `${word.answer}: ${told}`,
      ];
    }),
  ];
}
