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
}

/** Every object by name. */
export interface Objects {
  Customer: { record: Customer; create: CustomerCreate; update: CustomerUpdate };
  Order: { record: Order; create: OrderCreate; update: OrderUpdate };
  Task: { record: Task; create: TaskCreate; update: TaskUpdate };
  User: { record: User; create: never; update: never };
}

/** How each object is called in the API. */
export const objects = {
  Customer: { singular: 'customer', plural: 'customers' },
  Order: { singular: 'order', plural: 'orders' },
  Task: { singular: 'task', plural: 'tasks' },
  User: { singular: 'user', plural: 'users' },
} as const;
