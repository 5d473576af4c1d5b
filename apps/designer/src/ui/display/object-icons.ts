import {
  Activity, Award, Banknote, Bell, BookOpen, Box, Briefcase, Building2, Calendar, Car, ChartColumn, CircleCheckBig, CircleDollarSign,
  ClipboardList, Clock, Contact, CreditCard, FileText, Flag, Folder, Gift, Globe, GraduationCap, Handshake, Heart, House,
  Landmark, Layers, Lightbulb, Link, ListChecks, Mail, MapPin, Megaphone, MessageSquare, Package, Percent, Phone, Plane, Receipt,
  Rocket, Scale, Settings2, Shield, ShoppingCart, Star, Store, Tag, Target, Ticket, Truck, User, Users, Wallet, Wrench, Zap,
  type LucideIcon,
} from 'lucide-react';

/** The icons an object can choose. A fixed set: loading every icon there is would cost each page hundreds of kilobytes. */
export const objectIcons: Readonly<Record<string, LucideIcon>> = {
  box: Box, user: User, users: Users, contact: Contact, building: Building2, store: Store, landmark: Landmark, house: House,
  'shopping-cart': ShoppingCart, package: Package, truck: Truck, receipt: Receipt, tag: Tag, gift: Gift, ticket: Ticket,
  wallet: Wallet, 'credit-card': CreditCard, banknote: Banknote, 'circle-dollar-sign': CircleDollarSign, percent: Percent,
  phone: Phone, mail: Mail, 'message-square': MessageSquare, megaphone: Megaphone, bell: Bell,
  'list-checks': ListChecks, 'circle-check': CircleCheckBig, 'clipboard-list': ClipboardList, calendar: Calendar, clock: Clock,
  activity: Activity, target: Target, flag: Flag, star: Star, heart: Heart, award: Award, rocket: Rocket, zap: Zap,
  lightbulb: Lightbulb, briefcase: Briefcase, handshake: Handshake, scale: Scale, shield: Shield, layers: Layers,
  folder: Folder, 'file-text': FileText, 'book-open': BookOpen, 'chart-column': ChartColumn, link: Link, globe: Globe,
  'map-pin': MapPin, plane: Plane, car: Car, wrench: Wrench, settings: Settings2, 'graduation-cap': GraduationCap,
  // Objects that are named so get a fitting icon before anyone has chosen one.
  account: Building2, customer: Users, order: ShoppingCart, product: Package, task: CircleCheckBig, opportunity: Target,
  lead: Flag, case: MessageSquare, invoice: Receipt, campaign: Megaphone, shipment: Truck, comment: MessageSquare,
};

export function objectIcon(name: string): LucideIcon {
  return (Object.hasOwn(objectIcons, name) ? objectIcons[name] : undefined) ?? Box;
}
