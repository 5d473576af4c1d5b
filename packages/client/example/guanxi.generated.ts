// Written by `guanxi types` from the documents of the org; changes are lost.
/**
 * A person or company that buys from the shop.
 */
export interface Customer {
  /**
   * ID
   */
  id: string;
  /**
   * Owner
   */
  ownerId: string;
  /**
   * Created at
   */
  createdAt: string;
  /**
   * Created by
   */
  createdById: string;
  /**
   * Changed at
   */
  updatedAt: string;
  /**
   * Changed by
   */
  updatedById: string;
  /**
   * Version
   */
  version: number;
  /**
   * Name
   */
  name: string;
  /**
   * Customer number. The number by which the shop system knows the customer.
   */
  customerNumber: string | null;
  /**
   * Status
   */
  status: 'active' | 'paused' | 'closed' | null;
  /**
   * Contact
   */
  contactName: string | null;
  /**
   * Email
   */
  email: string | null;
  /**
   * Phone
   */
  phone: string | null;
  /**
   * Address
   */
  address: string | null;
  /**
   * City
   */
  city: string | null;
  /**
   * Country
   */
  country: string | null;
  /**
   * Notes
   */
  notes: string | null;
}
/**
 * A person or company that buys from the shop.
 */
export interface CustomerCreate {
  /**
   * Owner
   */
  ownerId?: string;
  /**
   * Name
   */
  name: string;
  /**
   * Customer number. The number by which the shop system knows the customer.
   */
  customerNumber?: string | null;
  /**
   * Status
   */
  status?: 'active' | 'paused' | 'closed' | null;
  /**
   * Contact
   */
  contactName?: string | null;
  /**
   * Email
   */
  email?: string | null;
  /**
   * Phone
   */
  phone?: string | null;
  /**
   * Address
   */
  address?: string | null;
  /**
   * City
   */
  city?: string | null;
  /**
   * Country
   */
  country?: string | null;
  /**
   * Notes
   */
  notes?: string | null;
}
/**
 * A person or company that buys from the shop.
 */
export interface CustomerUpdate {
  /**
   * Owner
   */
  ownerId?: string;
  /**
   * Name
   */
  name?: string;
  /**
   * Customer number. The number by which the shop system knows the customer.
   */
  customerNumber?: string | null;
  /**
   * Status
   */
  status?: 'active' | 'paused' | 'closed' | null;
  /**
   * Contact
   */
  contactName?: string | null;
  /**
   * Email
   */
  email?: string | null;
  /**
   * Phone
   */
  phone?: string | null;
  /**
   * Address
   */
  address?: string | null;
  /**
   * City
   */
  city?: string | null;
  /**
   * Country
   */
  country?: string | null;
  /**
   * Notes
   */
  notes?: string | null;
}
/**
 * One purchase of a customer.
 */
export interface Order {
  /**
   * ID
   */
  id: string;
  /**
   * Owner
   */
  ownerId: string;
  /**
   * Created at
   */
  createdAt: string;
  /**
   * Created by
   */
  createdById: string;
  /**
   * Changed at
   */
  updatedAt: string;
  /**
   * Changed by
   */
  updatedById: string;
  /**
   * Version
   */
  version: number;
  /**
   * Number
   */
  number: string;
  /**
   * Shop order number. The number of the order in the shop system, where it has one.
   */
  orderNumber: string | null;
  /**
   * Customer
   */
  customerId: string;
  /**
   * Ordered on
   */
  orderedOn: string;
  /**
   * Shipped on
   */
  shippedOn: string | null;
  /**
   * Quantity
   */
  quantity: number | null;
  /**
   * Amount
   */
  amount: string | null;
  /**
   * Amount (converted)
   */
  amountConverted: string | null;
  /**
   * Freight. What shipping cost the shop.
   */
  freight: string | null;
  /**
   * Freight (converted)
   */
  freightConverted: string | null;
}
/**
 * One purchase of a customer.
 */
export interface OrderCreate {
  /**
   * Owner
   */
  ownerId?: string;
  /**
   * Shop order number. The number of the order in the shop system, where it has one.
   */
  orderNumber?: string | null;
  /**
   * Customer
   */
  customerId: string;
  /**
   * Ordered on
   */
  orderedOn: string;
  /**
   * Shipped on
   */
  shippedOn?: string | null;
  /**
   * Quantity
   */
  quantity?: number | null;
  /**
   * Amount
   */
  amount?: string | null;
  /**
   * Freight. What shipping cost the shop.
   */
  freight?: string | null;
}
/**
 * One purchase of a customer.
 */
export interface OrderUpdate {
  /**
   * Owner
   */
  ownerId?: string;
  /**
   * Shop order number. The number of the order in the shop system, where it has one.
   */
  orderNumber?: string | null;
  /**
   * Customer
   */
  customerId?: string;
  /**
   * Ordered on
   */
  orderedOn?: string;
  /**
   * Shipped on
   */
  shippedOn?: string | null;
  /**
   * Quantity
   */
  quantity?: number | null;
  /**
   * Amount
   */
  amount?: string | null;
  /**
   * Freight. What shipping cost the shop.
   */
  freight?: string | null;
}
/**
 * Something that somebody is to do, usually for a customer.
 */
export interface Task {
  /**
   * ID
   */
  id: string;
  /**
   * Owner
   */
  ownerId: string;
  /**
   * Created at
   */
  createdAt: string;
  /**
   * Created by
   */
  createdById: string;
  /**
   * Changed at
   */
  updatedAt: string;
  /**
   * Changed by
   */
  updatedById: string;
  /**
   * Version
   */
  version: number;
  /**
   * Subject
   */
  subject: string;
  /**
   * Type
   */
  type: 'call' | 'email' | 'visit' | 'todo';
  /**
   * Status
   */
  status: 'open' | 'done' | 'cancelled';
  /**
   * Priority
   */
  priority: 'high' | 'normal' | 'low' | null;
  /**
   * Customer
   */
  customerId: string | null;
  /**
   * Due on
   */
  dueOn: string | null;
  /**
   * Notes
   */
  notes: string | null;
}
/**
 * Something that somebody is to do, usually for a customer.
 */
export interface TaskCreate {
  /**
   * Owner
   */
  ownerId?: string;
  /**
   * Subject
   */
  subject: string;
  /**
   * Type
   */
  type?: 'call' | 'email' | 'visit' | 'todo';
  /**
   * Status
   */
  status?: 'open' | 'done' | 'cancelled';
  /**
   * Priority
   */
  priority?: 'high' | 'normal' | 'low' | null;
  /**
   * Customer
   */
  customerId?: string | null;
  /**
   * Due on
   */
  dueOn?: string | null;
  /**
   * Notes
   */
  notes?: string | null;
}
/**
 * Something that somebody is to do, usually for a customer.
 */
export interface TaskUpdate {
  /**
   * Owner
   */
  ownerId?: string;
  /**
   * Subject
   */
  subject?: string;
  /**
   * Type
   */
  type?: 'call' | 'email' | 'visit' | 'todo';
  /**
   * Status
   */
  status?: 'open' | 'done' | 'cancelled';
  /**
   * Priority
   */
  priority?: 'high' | 'normal' | 'low' | null;
  /**
   * Customer
   */
  customerId?: string | null;
  /**
   * Due on
   */
  dueOn?: string | null;
  /**
   * Notes
   */
  notes?: string | null;
}
export interface User {
  /**
   * ID
   */
  id: string;
  /**
   * Name
   */
  name: string;
  /**
   * Email
   */
  email: string;
  /**
   * Active
   */
  active: boolean;
  /**
   * Manager
   */
  managerId: string | null;
}

/** A period that moves with the calendar of whoever asks: exactly one of them. */
type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
type PeriodSpan = { days: number } | { weeks: number } | { months: number } | { quarters: number } | { years: number };
export type Period = { last: PeriodSpan } | { next: PeriodSpan } | { this: CalendarUnit } | { previous: CalendarUnit } | { following: CalendarUnit };

export interface AutoNumberFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  contains?: string | null;
  startsWith?: string | null;
  endsWith?: string | null;
  isBlank?: boolean | null;
}

export interface BooleanFilter {
  eq?: boolean | null;
  ne?: boolean | null;
  isBlank?: boolean | null;
}

export interface CurrencyFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  gt?: string | null;
  gte?: string | null;
  lt?: string | null;
  lte?: string | null;
  isBlank?: boolean | null;
}

export interface DateFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  gt?: string | null;
  gte?: string | null;
  lt?: string | null;
  lte?: string | null;
  isBlank?: boolean | null;
  within?: Period | null;
}

export interface DateTimeFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  gt?: string | null;
  gte?: string | null;
  lt?: string | null;
  lte?: string | null;
  isBlank?: boolean | null;
  within?: Period | null;
}

export interface EmailFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  contains?: string | null;
  startsWith?: string | null;
  endsWith?: string | null;
  isBlank?: boolean | null;
}

export interface IntegerFilter {
  eq?: number | null;
  ne?: number | null;
  in?: readonly (number)[] | null;
  notIn?: readonly (number)[] | null;
  gt?: number | null;
  gte?: number | null;
  lt?: number | null;
  lte?: number | null;
  isBlank?: boolean | null;
}

export interface LongTextFilter {
  contains?: string | null;
  startsWith?: string | null;
  endsWith?: string | null;
  isBlank?: boolean | null;
}

export interface LookupFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  isBlank?: boolean | null;
}

export interface PhoneFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  contains?: string | null;
  startsWith?: string | null;
  endsWith?: string | null;
  isBlank?: boolean | null;
}

export interface PicklistFilter<Value extends string = string> {
  eq?: Value | null;
  ne?: Value | null;
  in?: readonly (Value)[] | null;
  notIn?: readonly (Value)[] | null;
  isBlank?: boolean | null;
}

export interface RecordIdFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  isBlank?: boolean | null;
  onList?: string | null;
}

export interface TextFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  contains?: string | null;
  startsWith?: string | null;
  endsWith?: string | null;
  isBlank?: boolean | null;
}

export interface UserFilter {
  eq?: string | null;
  ne?: string | null;
  in?: readonly (string)[] | null;
  notIn?: readonly (string)[] | null;
  isBlank?: boolean | null;
  among?: 'myTeams' | 'belowMe' | null;
}

/** Which records of Customer are meant; everything that is said has to hold. */
export interface CustomerWhere {
  AND?: readonly CustomerWhere[] | null;
  OR?: readonly CustomerWhere[] | null;
  NOT?: CustomerWhere | null;
  FORMULA?: string | null;
  id?: RecordIdFilter | null;
  ownerId?: UserFilter | null;
  createdAt?: DateTimeFilter | null;
  createdById?: UserFilter | null;
  updatedAt?: DateTimeFilter | null;
  updatedById?: UserFilter | null;
  version?: IntegerFilter | null;
  name?: TextFilter | null;
  customerNumber?: TextFilter | null;
  status?: PicklistFilter<(Customer['status'] & {})> | null;
  contactName?: TextFilter | null;
  email?: EmailFilter | null;
  phone?: PhoneFilter | null;
  address?: TextFilter | null;
  city?: TextFilter | null;
  country?: TextFilter | null;
  notes?: LongTextFilter | null;
  owner?: UserWhere | null;
  createdBy?: UserWhere | null;
  updatedBy?: UserWhere | null;
  orders?: { some?: OrderWhere | null; none?: OrderWhere | null; every?: OrderWhere | null } | null;
  tasks?: { some?: TaskWhere | null; none?: TaskWhere | null; every?: TaskWhere | null } | null;
}

/** Which records of Order are meant; everything that is said has to hold. */
export interface OrderWhere {
  AND?: readonly OrderWhere[] | null;
  OR?: readonly OrderWhere[] | null;
  NOT?: OrderWhere | null;
  FORMULA?: string | null;
  id?: RecordIdFilter | null;
  ownerId?: UserFilter | null;
  createdAt?: DateTimeFilter | null;
  createdById?: UserFilter | null;
  updatedAt?: DateTimeFilter | null;
  updatedById?: UserFilter | null;
  version?: IntegerFilter | null;
  number?: AutoNumberFilter | null;
  orderNumber?: TextFilter | null;
  customerId?: LookupFilter | null;
  orderedOn?: DateFilter | null;
  shippedOn?: DateFilter | null;
  quantity?: IntegerFilter | null;
  amount?: CurrencyFilter | null;
  amountConverted?: CurrencyFilter | null;
  freight?: CurrencyFilter | null;
  freightConverted?: CurrencyFilter | null;
  owner?: UserWhere | null;
  createdBy?: UserWhere | null;
  updatedBy?: UserWhere | null;
  customer?: CustomerWhere | null;
}

/** Which records of Task are meant; everything that is said has to hold. */
export interface TaskWhere {
  AND?: readonly TaskWhere[] | null;
  OR?: readonly TaskWhere[] | null;
  NOT?: TaskWhere | null;
  FORMULA?: string | null;
  id?: RecordIdFilter | null;
  ownerId?: UserFilter | null;
  createdAt?: DateTimeFilter | null;
  createdById?: UserFilter | null;
  updatedAt?: DateTimeFilter | null;
  updatedById?: UserFilter | null;
  version?: IntegerFilter | null;
  subject?: TextFilter | null;
  type?: PicklistFilter<(Task['type'] & {})> | null;
  status?: PicklistFilter<(Task['status'] & {})> | null;
  priority?: PicklistFilter<(Task['priority'] & {})> | null;
  customerId?: LookupFilter | null;
  dueOn?: DateFilter | null;
  notes?: LongTextFilter | null;
  owner?: UserWhere | null;
  createdBy?: UserWhere | null;
  updatedBy?: UserWhere | null;
  customer?: CustomerWhere | null;
}

/** Which records of User are meant; everything that is said has to hold. */
export interface UserWhere {
  AND?: readonly UserWhere[] | null;
  OR?: readonly UserWhere[] | null;
  NOT?: UserWhere | null;
  FORMULA?: string | null;
  id?: RecordIdFilter | null;
  name?: TextFilter | null;
  email?: EmailFilter | null;
  active?: BooleanFilter | null;
  managerId?: UserFilter | null;
  manager?: UserWhere | null;
}

/** Every object by name: its types, the objects that its lookups and lists lead to, its external ids. */
export interface Objects {
  Customer: { record: Customer; create: CustomerCreate; update: CustomerUpdate; where: CustomerWhere; one: { owner: 'User'; createdBy: 'User'; updatedBy: 'User' }; many: { orders: 'Order'; tasks: 'Task' }; keys: { customerNumber: Customer['customerNumber'] & {} }; numbers: never; ordered: 'createdAt' | 'updatedAt' | 'version' | 'name' | 'customerNumber' | 'status' | 'contactName' | 'email' | 'phone' | 'address' | 'city' | 'country'; grouped: 'ownerId' | 'createdAt' | 'createdById' | 'updatedAt' | 'updatedById' | 'name' | 'customerNumber' | 'status' | 'contactName' | 'email' | 'phone' | 'address' | 'city' | 'country' | 'notes'; dated: 'createdAt' | 'updatedAt' };
  Order: { record: Order; create: OrderCreate; update: OrderUpdate; where: OrderWhere; one: { owner: 'User'; createdBy: 'User'; updatedBy: 'User'; customer: 'Customer' }; many: object; keys: { orderNumber: Order['orderNumber'] & {} }; numbers: 'quantity' | 'amount' | 'amountConverted' | 'freight' | 'freightConverted'; ordered: 'createdAt' | 'updatedAt' | 'version' | 'number' | 'orderNumber' | 'orderedOn' | 'shippedOn' | 'quantity' | 'amount' | 'amountConverted' | 'freight' | 'freightConverted'; grouped: 'ownerId' | 'createdAt' | 'createdById' | 'updatedAt' | 'updatedById' | 'number' | 'orderNumber' | 'customerId' | 'orderedOn' | 'shippedOn' | 'quantity' | 'amount' | 'amountConverted' | 'freight' | 'freightConverted'; dated: 'createdAt' | 'updatedAt' | 'orderedOn' | 'shippedOn' };
  Task: { record: Task; create: TaskCreate; update: TaskUpdate; where: TaskWhere; one: { owner: 'User'; createdBy: 'User'; updatedBy: 'User'; customer: 'Customer' }; many: object; keys: object; numbers: never; ordered: 'createdAt' | 'updatedAt' | 'version' | 'subject' | 'type' | 'status' | 'priority' | 'dueOn'; grouped: 'ownerId' | 'createdAt' | 'createdById' | 'updatedAt' | 'updatedById' | 'subject' | 'type' | 'status' | 'priority' | 'customerId' | 'dueOn' | 'notes'; dated: 'createdAt' | 'updatedAt' | 'dueOn' };
  User: { record: User; create: never; update: never; where: UserWhere; one: { manager: 'User' }; many: object; keys: object; numbers: never; ordered: 'name' | 'email'; grouped: 'name' | 'email' | 'active' | 'managerId'; dated: never };
}

/** How each object is called in the API, and what leads where. */
export const objects = {
  Customer: { singular: 'customer', plural: 'customers', one: { owner: 'User', createdBy: 'User', updatedBy: 'User' }, many: { orders: 'Order', tasks: 'Task' } },
  Order: { singular: 'order', plural: 'orders', one: { owner: 'User', createdBy: 'User', updatedBy: 'User', customer: 'Customer' } },
  Task: { singular: 'task', plural: 'tasks', one: { owner: 'User', createdBy: 'User', updatedBy: 'User', customer: 'Customer' } },
  User: { singular: 'user', plural: 'users', one: { manager: 'User' } },
} as const;
