/**
 * The objects that every Salesforce org has, with the fields that people use: `api type …`. `>` names the objects that a
 * field points to, `^` the list it makes there, `|` the values of a picklist, `#` its length; a label stands in brackets
 * where the API name does not say it.
 */
export const standardObjects: Readonly<Record<string, { readonly plural: string; readonly fields: readonly string[] }>> = {
  Account: {
    plural: 'Accounts',
    fields: [
      'Name Text #255', 'AccountNumber Text #40', 'Type Picklist |Prospect|Customer|Partner|Other', 'Industry Picklist |Agriculture|Banking|Consulting|Education|Energy|Finance|Government|Healthcare|Insurance|Manufacturing|Retail|Technology|Other',
      'ParentId Lookup >Account ^ChildAccounts', 'Phone Phone', 'Fax Phone', 'Website Url', 'AnnualRevenue Currency', 'NumberOfEmployees Number', 'Rating Picklist |Hot|Warm|Cold',
      'AccountSource Picklist |Web|Phone Inquiry|Partner Referral|Purchased List|Other', 'BillingAddress Address', 'ShippingAddress Address', 'Description LongTextArea', 'Site Text #80', 'Sic Text #20', 'TickerSymbol Text #20', 'Ownership Picklist |Public|Private|Subsidiary|Other',
    ],
  },
  Contact: {
    plural: 'Contacts',
    fields: [
      'Name PersonName', 'AccountId Lookup >Account ^Contacts', 'Title Text #128', 'Department Text #80', 'Email Email', 'Phone Phone', 'MobilePhone Phone', 'HomePhone Phone', 'Fax Phone', 'Birthdate Date', 'ReportsToId Lookup >Contact ^Reports',
      'LeadSource Picklist |Web|Phone Inquiry|Partner Referral|Purchased List|Other', 'MailingAddress Address', 'OtherAddress Address', 'Description LongTextArea', 'DoNotCall Checkbox', 'HasOptedOutOfEmail Checkbox', 'AssistantName Text #40', 'AssistantPhone Phone',
    ],
  },
  Lead: {
    plural: 'Leads',
    fields: [
      'Name PersonName', 'Company Text #255', 'Title Text #128', 'Email Email', 'Phone Phone', 'MobilePhone Phone', 'Website Url', 'Status Picklist |Open - Not Contacted|Working - Contacted|Closed - Converted|Closed - Not Converted', 'LeadSource Picklist |Web|Phone Inquiry|Partner Referral|Purchased List|Other',
      'Industry Picklist |Agriculture|Banking|Consulting|Education|Energy|Finance|Government|Healthcare|Insurance|Manufacturing|Retail|Technology|Other', 'Rating Picklist |Hot|Warm|Cold', 'AnnualRevenue Currency', 'NumberOfEmployees Number', 'Address Address', 'Description LongTextArea', 'IsConverted Checkbox', 'ConvertedDate Date',
    ],
  },
  Opportunity: {
    plural: 'Opportunities',
    fields: [
      'Name Text #120', 'AccountId Lookup >Account ^Opportunities', 'Amount Currency', 'CloseDate Date', 'StageName Picklist |Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost [Stage]',
      'Probability Percent', 'Type Picklist |Existing Business|New Business', 'LeadSource Picklist |Web|Phone Inquiry|Partner Referral|Purchased List|Other', 'NextStep Text #255', 'ForecastCategoryName Picklist |Omitted|Pipeline|Best Case|Commit|Closed [Forecast Category]', 'IsClosed Checkbox', 'IsWon Checkbox',
      'CampaignId Lookup >Campaign ^Opportunities', 'ContactId Lookup >Contact ^Opportunities', 'Description LongTextArea', 'ExpectedRevenue Currency', 'TotalOpportunityQuantity Decimal [Quantity]',
    ],
  },
  Case: {
    plural: 'Cases',
    fields: [
      'CaseNumber AutoNumber', 'AccountId Lookup >Account ^Cases', 'ContactId Lookup >Contact ^Cases', 'ParentId Lookup >Case ^Cases', 'Subject Text #255', 'Status Picklist |New|Working|Escalated|Closed', 'Priority Picklist |High|Medium|Low', 'Origin Picklist |Phone|Email|Web', 'Type Picklist |Question|Problem|Feature Request',
      'Reason Picklist |Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other', 'IsClosed Checkbox', 'IsEscalated Checkbox', 'ClosedDate DateTime', 'SuppliedEmail Email', 'SuppliedName Text #80', 'SuppliedPhone Phone', 'Description LongTextArea', 'AssetId Lookup >Asset ^Cases',
    ],
  },
  Campaign: {
    plural: 'Campaigns',
    fields: [
      'Name Text #80', 'ParentId Lookup >Campaign ^ChildCampaigns', 'Type Picklist |Conference|Webinar|Trade Show|Email|Advertisement|Other', 'Status Picklist |Planned|In Progress|Completed|Aborted', 'StartDate Date', 'EndDate Date', 'IsActive Checkbox', 'BudgetedCost Currency', 'ActualCost Currency', 'ExpectedRevenue Currency',
      'ExpectedResponse Percent', 'NumberSent Number', 'Description LongTextArea',
    ],
  },
  CampaignMember: {
    plural: 'Campaign Members',
    fields: ['CampaignId Lookup >Campaign ^CampaignMembers', 'ContactId Lookup >Contact ^CampaignMembers', 'LeadId Lookup >Lead ^CampaignMembers', 'Status Picklist |Sent|Responded', 'HasResponded Checkbox', 'FirstRespondedDate Date'],
  },
  Task: {
    plural: 'Tasks',
    fields: ['Subject Text #255', 'Status Picklist |Not Started|In Progress|Completed|Waiting on someone else|Deferred', 'Priority Picklist |High|Normal|Low', 'ActivityDate Date [Due Date]', 'WhoId Lookup >Contact,Lead ^Tasks', 'WhatId Lookup >Account,Opportunity,Case,Campaign ^Tasks [Related To]', 'Type Picklist |Call|Email|Meeting|Other', 'IsClosed Checkbox', 'Description LongTextArea'],
  },
  Event: {
    plural: 'Events',
    fields: ['Subject Text #255', 'StartDateTime DateTime', 'EndDateTime DateTime', 'IsAllDayEvent Checkbox', 'Location Text #255', 'WhoId Lookup >Contact,Lead ^Events', 'WhatId Lookup >Account,Opportunity,Case,Campaign ^Events [Related To]', 'Type Picklist |Call|Email|Meeting|Other', 'Description LongTextArea'],
  },
  Product2: { plural: 'Products', fields: ['Name Text #255', 'ProductCode Text #255', 'Family Picklist |None', 'IsActive Checkbox', 'Description LongTextArea', 'QuantityUnitOfMeasure Text #40', 'StockKeepingUnit Text #180'] },
  Pricebook2: { plural: 'Price Books', fields: ['Name Text #255', 'IsActive Checkbox', 'IsStandard Checkbox', 'Description LongTextArea'] },
  PricebookEntry: { plural: 'Price Book Entries', fields: ['Pricebook2Id Lookup >Pricebook2 ^PricebookEntries', 'Product2Id Lookup >Product2 ^PricebookEntries', 'UnitPrice Currency', 'IsActive Checkbox', 'UseStandardPrice Checkbox'] },
  OpportunityLineItem: { plural: 'Opportunity Products', fields: ['Name Text #255', 'OpportunityId MasterDetail >Opportunity ^OpportunityLineItems', 'Product2Id Lookup >Product2 ^OpportunityLineItems', 'Quantity Decimal', 'UnitPrice Currency', 'TotalPrice Currency', 'ListPrice Currency', 'Discount Percent', 'ServiceDate Date', 'Description Text #255'] },
  Asset: { plural: 'Assets', fields: ['Name Text #255', 'AccountId Lookup >Account ^Assets', 'ContactId Lookup >Contact ^Assets', 'Product2Id Lookup >Product2 ^Assets', 'SerialNumber Text #80', 'Status Picklist |Shipped|Installed|Registered|Obsolete|Purchased', 'PurchaseDate Date', 'InstallDate Date', 'UsageEndDate Date', 'Price Currency', 'Quantity Decimal', 'Description LongTextArea'] },
  Contract: { plural: 'Contracts', fields: ['ContractNumber AutoNumber', 'Name Text #80', 'AccountId Lookup >Account ^Contracts', 'Status Picklist |Draft|In Approval Process|Activated', 'StartDate Date', 'EndDate Date', 'ContractTerm Number', 'SpecialTerms LongTextArea', 'BillingAddress Address', 'Description LongTextArea'] },
  Order: { plural: 'Orders', fields: ['OrderNumber AutoNumber', 'Name Text #80', 'AccountId Lookup >Account ^Orders', 'ContractId Lookup >Contract ^Orders', 'Status Picklist |Draft|Activated', 'EffectiveDate Date [Order Start Date]', 'EndDate Date', 'TotalAmount Currency', 'Type Text #40', 'BillingAddress Address', 'ShippingAddress Address', 'Description LongTextArea'] },
  OrderItem: { plural: 'Order Products', fields: ['OrderItemNumber AutoNumber', 'OrderId MasterDetail >Order ^OrderItems', 'Product2Id Lookup >Product2 ^OrderItems', 'Quantity Decimal', 'UnitPrice Currency', 'TotalPrice Currency', 'ServiceDate Date', 'Description Text #255'] },
  Quote: { plural: 'Quotes', fields: ['QuoteNumber AutoNumber', 'Name Text #255', 'OpportunityId MasterDetail >Opportunity ^Quotes', 'AccountId Lookup >Account ^Quotes', 'ContactId Lookup >Contact ^Quotes', 'Status Picklist |Draft|Needs Review|In Review|Approved|Rejected|Presented|Accepted|Denied', 'ExpirationDate Date', 'GrandTotal Currency', 'Discount Percent', 'Tax Currency', 'Description LongTextArea', 'BillingAddress Address', 'ShippingAddress Address'] },
  QuoteLineItem: { plural: 'Quote Line Items', fields: ['LineNumber AutoNumber', 'QuoteId MasterDetail >Quote ^QuoteLineItems', 'Product2Id Lookup >Product2 ^QuoteLineItems', 'Quantity Decimal', 'UnitPrice Currency', 'TotalPrice Currency', 'Discount Percent', 'ServiceDate Date', 'Description Text #255'] },
  Solution: { plural: 'Solutions', fields: ['SolutionName Text #255', 'SolutionNumber AutoNumber', 'Status Picklist |Draft|Reviewed|Duplicate', 'SolutionNote LongTextArea', 'IsPublished Checkbox'] },
  Individual: { plural: 'Individuals', fields: ['Name PersonName', 'BirthDate Date', 'HasOptedOutTracking Checkbox'] },
};

/** People and things like people: a field that points there points to the people of the org. */
export const people: ReadonlySet<string> = new Set(['User', 'UserRole']);

/** What every object has, by API name, as it is called here. */
export const systemNames: Readonly<Record<string, string>> = {
  Id: 'id', OwnerId: 'owner', CreatedDate: 'createdAt', CreatedById: 'createdBy', LastModifiedDate: 'updatedAt', LastModifiedById: 'updatedBy', RecordTypeId: 'recordType', SystemModstamp: 'updatedAt',
};

/** The pieces of compound fields that Salesforce also has as fields of their own: `BillingCity`, `FirstName`. */
export const addressPieces: Readonly<Record<string, string>> = { Street: 'street', City: 'city', State: 'state', StateCode: 'state', PostalCode: 'postalCode', Country: 'country', CountryCode: 'country' };
export const namePieces: Readonly<Record<string, string>> = { Salutation: 'salutation', FirstName: 'first', MiddleName: 'middle', LastName: 'last', Suffix: 'suffix' };
