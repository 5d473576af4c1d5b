import { say, type Wording } from '@guanxi/field-types';
import type { SetupArea } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { ApiFailure } from '../metadata-api/api-failure.js';

/** With one of the areas, or as an admin; only as an admin where there is none. */
export function mayUseSetup(access: Pick<Access, 'admin' | 'setup'>, areas: readonly SetupArea[]): boolean {
  return access.admin || areas.some((area) => access.setup.has(area));
}

/** What somebody is told who has none of the areas. */
export function setupRefusal(areas: readonly SetupArea[]): ApiFailure {
  return areas.length === 0 ? new ApiFailure('FORBIDDEN', setupRefusals.admins) : new AreaFailure(setupRefusals.areas, areas);
}

/** The names of areas as people know them from the menu of Setup. */
export function tellAreas(areas: readonly SetupArea[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(areas.map((area) => say(areaNames[area], locale)));
}

export const areaNames: Readonly<Record<SetupArea, Wording>> = {
  objects: { en: 'Objects', 'zh-TW': '物件', 'zh-CN': '对象' },
  automation: { en: 'Automation', 'zh-TW': '自動化', 'zh-CN': '自动化' },
  people: { en: 'People', 'zh-TW': '人員', 'zh-CN': '人员' },
  access: { en: 'Access', 'zh-TW': '存取權', 'zh-CN': '访问权' },
  data: { en: 'Data', 'zh-TW': '資料', 'zh-CN': '数据' },
  connections: { en: 'Connections', 'zh-TW': '連線', 'zh-CN': '连接' },
  security: { en: 'Security', 'zh-TW': '安全性', 'zh-CN': '安全性' },
  audit: { en: 'Audit', 'zh-TW': '稽核', 'zh-CN': '审计' },
  privacy: { en: 'Privacy', 'zh-TW': '隱私權', 'zh-CN': '隐私' },
  organisation: { en: 'Organisation', 'zh-TW': '組織', 'zh-CN': '组织' },
};

const setupRefusals = {
  areas: {
    en: 'This belongs to Setup, to the area {areas}, which your permission sets do not include. Ask an admin of your organisation.',
    'zh-TW': '這屬於設定的「{areas}」，而您的權限集不包含它。請洽詢組織的管理員。',
    'zh-CN': '这属于设置的“{areas}”，而您的权限集不包含它。请咨询组织的管理员。',
  },
  admins: {
    en: 'This is for admins only. Ask an admin of your organisation.',
    'zh-TW': '這僅限管理員使用。請洽詢組織的管理員。',
    'zh-CN': '这仅限管理员使用。请咨询组织的管理员。',
  },
} satisfies Readonly<Record<string, Wording>>;

/** Refuses with a sentence that names `{areas}`, whose names are others in each language. */
export class AreaFailure extends ApiFailure {
  constructor(private readonly sentence: Wording, private readonly areas: readonly SetupArea[]) {
    super('FORBIDDEN', { ...sentence, words: { areas: tellAreas(areas, 'en') } }, { setupAreas: [...areas] });
  }

  override tell(locale: string) {
    return { message: say({ ...this.sentence, words: { areas: tellAreas(this.areas, locale) } }, locale), extensions: this.extensions };
  }
}
