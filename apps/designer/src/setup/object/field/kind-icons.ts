import type { FieldTypeName } from '@guanxi/field-types';
import { widgets } from '@guanxi/field-types/widgets';
import {
  AlarmClock, Banknote, Binary, Braces, Calendar, Clock, Combine, Contact, Fingerprint, Globe, Hash, House, Image, Link2, List, ListChecks, ListOrdered, LockKeyhole, Mail, MapPin, Network,
  Paperclip, Percent, Phone, Pilcrow, Sigma, SquareCheck, SquareFunction, TextAlignStart, Timer, Type, User, Waypoints, type LucideIcon,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  type: Type, 'align-left': TextAlignStart, pilcrow: Pilcrow, hash: Hash, binary: Binary, banknote: Banknote, percent: Percent, 'square-check': SquareCheck, calendar: Calendar, clock: Clock,
  'alarm-clock': AlarmClock, timer: Timer, list: List, 'list-checks': ListChecks, 'list-ordered': ListOrdered, 'link-2': Link2, network: Network, waypoints: Waypoints, combine: Combine, user: User,
  mail: Mail, phone: Phone, globe: Globe, house: House, contact: Contact, 'map-pin': MapPin, paperclip: Paperclip, image: Image, 'lock-keyhole': LockKeyhole, braces: Braces,
  'square-function': SquareFunction, sigma: Sigma, fingerprint: Fingerprint,
};

/** The icon that the kind's own widget names. */
export function kindIcon(kind: FieldTypeName): LucideIcon {
  return icons[widgets[kind]?.icon ?? ''] ?? Type;
}
