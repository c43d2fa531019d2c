"""Titles of types, classes, states, fields, operators and actions, as people read them."""

from __future__ import annotations

from app.desktop.texts import mark, tr

TYPES = {
    "PERSON": mark("Person"), "ORGANIZATION": mark("Organisation"), "LOCATION": mark("Place"),
    "STREET_ADDRESS": mark("Street address"), "DATE_TIME": mark("Date or time"), "DATE_OF_BIRTH": mark("Date of birth"),
    "AGE": mark("Age"), "NRP": mark("Nationality, religion, politics"), "TITLE": mark("Form of address"),
    "PHONE_NUMBER": mark("Phone number"), "EMAIL_ADDRESS": mark("E-mail address"), "URL": mark("Web address"),
    "IP_ADDRESS": mark("IP address"), "MAC_ADDRESS": mark("MAC address"), "USERNAME": mark("User name"),
    "PASSWORD": mark("Password"), "API_KEY": mark("API key"), "CREDIT_CARD": mark("Credit card"),
    "IBAN_CODE": mark("IBAN"), "SWIFT_CODE": mark("BIC/SWIFT"), "ACCOUNT_NUMBER": mark("Account number"),
    "SORT_CODE": mark("Sort code"), "CRYPTO": mark("Crypto wallet"), "US_SSN": mark("US social security number"),
    "US_ITIN": mark("US tax number (ITIN)"), "US_PASSPORT": mark("US passport"),
    "US_DRIVER_LICENSE": mark("US driving licence"), "US_BANK_NUMBER": mark("US bank number"),
    "UK_NHS": mark("NHS number"), "UK_NINO": mark("UK national insurance number"), "UK_UTR": mark("UK tax reference"),
    "DE_TAX_ID": mark("German tax number"), "DE_ID_CARD": mark("German identity card"),
    "DE_SOCIAL_SECURITY": mark("German social insurance number"), "FR_NIR": mark("French social security number"),
    "FR_SIREN": mark("French company number"), "ES_NIF": mark("Spanish NIF"), "ES_NIE": mark("Spanish NIE"),
    "IT_FISCAL_CODE": mark("Italian tax code"), "IT_VAT_CODE": mark("Italian VAT number"),
    "NL_BSN": mark("Dutch BSN"), "PT_NIF": mark("Portuguese NIF"), "PL_PESEL": mark("Polish PESEL"),
    "PL_NIP": mark("Polish NIP"), "VAT_ID": mark("VAT number"), "TAX_ID": mark("Tax number"),
    "NATIONAL_ID": mark("National identity number"), "PASSPORT": mark("Passport"),
    "DRIVER_LICENSE": mark("Driving licence"), "LICENSE_PLATE": mark("Number plate"),
    "VIN": mark("Vehicle number (VIN)"), "MEDICAL_RECORD_NUMBER": mark("Medical record number"),
    "INSURANCE_NUMBER": mark("Insurance number"), "ID": mark("Identifier"), "TERM": mark("Word you named"),
}  # fmt: skip
CLASSES = {
    "invoice": mark("Invoice"), "receipt": mark("Receipt"), "bank_statement": mark("Bank statement"),
    "payslip": mark("Payslip"), "contract": mark("Contract"), "cv": mark("CV"),
    "medical_report": mark("Medical report"), "letter": mark("Letter"), "email": mark("E-mail"),
    "insurance": mark("Insurance policy"), "identity_document": mark("Identity document"),
    "court_decision": mark("Court decision"), "meeting_minutes": mark("Meeting minutes"),
    "tax_form": mark("Tax form"), "form": mark("Form"), "report": mark("Report"), "article": mark("Article"),
    "presentation": mark("Presentation"), "spreadsheet": mark("Spreadsheet"), "manual": mark("Manual"),
    "source_code": mark("Source code"), "unknown": mark("Not sorted"),
}  # fmt: skip
STATES = {
    "queued": mark("Waiting"), "working": mark("At work…"), "ready": mark("Ready to review"),
    "exported": mark("Exported"), "failed": mark("Set aside"), "cancelled": mark("Cancelled"),
}  # fmt: skip
OPERATORS = {
    "blackout": mark("Black box"), "label": mark("Label"), "pseudonym": mark("Pseudonym"), "hash": mark("Keyed hash"),
    "mask": mark("Masked"), "remove": mark("Removed"), "keep": mark("Stays readable"),
}  # fmt: skip
POLICIES = {
    "share_outside": mark("Share outside the firm"), "gdpr_pseudonymisation": mark("GDPR pseudonymisation"),
    "hipaa_safe_harbor": mark("HIPAA Safe Harbor"), "foi_release": mark("Freedom of information release"),
    "names_only": mark("Names only"), "custom": mark("Custom"),
}  # fmt: skip
FIELDS = {
    "document": mark("Document"), "class": mark("Kind"), "language": mark("Language"), "number": mark("Number"),
    "date": mark("Date"), "due_date": mark("Due date"), "supplier": mark("Supplier"), "customer": mark("Customer"),
    "net": mark("Net"), "tax": mark("Tax"), "total": mark("Total"), "currency": mark("Currency"),
    "account": mark("Account"), "account_holder": mark("Account holder"), "period": mark("Period"),
    "opening_balance": mark("Opening balance"), "closing_balance": mark("Closing balance"),
    "employee": mark("Employee"), "employer": mark("Employer"), "gross_pay": mark("Gross pay"),
    "net_pay": mark("Net pay"), "patient": mark("Patient"), "date_of_birth": mark("Date of birth"),
    "admission_date": mark("Admission date"), "discharge_date": mark("Discharge date"),
    "diagnosis": mark("Diagnosis"), "medication": mark("Medication"), "effective_date": mark("Effective date"),
    "term": mark("Term"), "governing_law": mark("Governing law"), "notice_period": mark("Notice period"),
    "salary": mark("Salary"), "name": mark("Name"), "subject": mark("Subject"), "sender": mark("Sender"),
    "recipient": mark("Recipient"), "policy_number": mark("Policy number"), "policy_holder": mark("Policy holder"),
    "premium": mark("Premium"), "sum_insured": mark("Sum insured"), "document_number": mark("Document number"),
    "expiry_date": mark("Expiry date"), "nationality": mark("Nationality"), "case_number": mark("Case number"),
    "next_meeting": mark("Next meeting"), "tax_year": mark("Tax year"), "description": mark("Description"),
    "quantity": mark("Quantity"), "amount": mark("Amount"), "unit_price": mark("Unit price"),
    "vendor": mark("Vendor"), "vendor_address": mark("Vendor's address"), "iban": mark("IBAN"),
    "vat_id": mark("VAT number"), "contract_type": mark("Kind of contract"), "signature": mark("Signature"),
    "education": mark("Education"), "post": mark("Post"), "skill": mark("Skill"), "deadline": mark("Deadline"),
    "action": mark("Action asked for"), "sensitive": mark("Sensitive for us"), "expiration": mark("Expiration"),
    "renewal_term": mark("Renewal"), "notice_to_end_renewal": mark("Notice to end the renewal"),
    "termination_for_convenience": mark("Termination for convenience"), "liability_cap": mark("Liability cap"),
    "uncapped_liability": mark("Liability without a cap"), "liquidated_damages": mark("Liquidated damages"),
    "insurance": mark("Insurance"), "warranty_duration": mark("Warranty"), "non_compete": mark("Non-compete"),
    "exclusivity": mark("Exclusivity"), "no_solicit_employees": mark("No hiring of employees"),
    "no_solicit_customers": mark("No soliciting of customers"), "non_disparagement": mark("Non-disparagement"),
    "change_of_control": mark("Change of control"), "anti_assignment": mark("No assignment"),
    "audit_rights": mark("Audit rights"), "licence_grant": mark("Licence"),
    "non_transferable_licence": mark("Licence that cannot be transferred"),
    "perpetual_licence": mark("Perpetual licence"), "affiliate_licence": mark("Licence for affiliates"),
    "ip_assignment": mark("Assignment of intellectual property"), "joint_ip": mark("Joint intellectual property"),
    "source_code_escrow": mark("Source code escrow"), "revenue_sharing": mark("Revenue sharing"),
    "minimum_commitment": mark("Minimum commitment"), "volume_restriction": mark("Volume restriction"),
    "price_restrictions": mark("Price restrictions"), "most_favoured_customer": mark("Most favoured customer"),
    "first_refusal": mark("Right of first refusal"), "covenant_not_to_sue": mark("Covenant not to sue"),
    "post_termination_services": mark("Services after the end"), "commencement": mark("Start of the contract"),
    "balance": mark("Balance"), "party": mark("Party"), "parties": mark("Parties"), "email": mark("E-mail"),
    "phone": mark("Phone"), "merchant": mark("Merchant"), "court": mark("Court"), "bank": mark("Bank"),
    "experience": mark("Experience"), "line_item_description": mark("Item"), "line_item_amount": mark("Amount of the item"),
    "mentioned_date": mark("Date mentioned"), "mentioned_amount": mark("Amount mentioned"),
    "transaction_date": mark("Date of the booking"), "transaction_description": mark("Booking"),
    "transaction_amount": mark("Amount of the booking"),
    "title": mark("Title of the contract"), "preamble": mark("Parties and definitions"),
    "affiliate_licensor": mark("Licence by affiliates"),
    "competition_exception": mark("Exception to a ban on competition"),
    "third_party_beneficiary": mark("Rights of third parties"), "unlimited_licence": mark("Unlimited licence"),
    "paid": mark("Paid"), "change": mark("Change given"), "discount": mark("Discount"), "shipping": mark("Postage"),
    "service_charge": mark("Service charge"), "line_item_quantity": mark("Quantity of the item"),
    "line_item_unit_price": mark("Price of one"), "transaction_balance": mark("Balance after the booking"),
    "employee_number": mark("Employee number"), "payment_date": mark("Date of payment"), "tax_id": mark("Tax number"),
    "surname": mark("Surname"), "given_names": mark("Given names"), "place_of_birth": mark("Place of birth"),
    "issue_date": mark("Date of issue"), "authority": mark("Authority"), "sex": mark("Sex"),
    "insurer": mark("Insurer"), "start_date": mark("Start"), "end_date": mark("End"),
    "deductible": mark("Deductible"), "claim_number": mark("Claim number"), "taxpayer": mark("Taxpayer"),
    "taxable_income": mark("Taxable income"), "tax_due": mark("Tax due"), "refund": mark("Refund"),
}  # fmt: skip
ACTIONS = {
    "document added": mark("Document added"), "document processed": mark("Document processed"),
    "document failed": mark("Document set aside"), "document exported": mark("Document exported"),
    "document removed": mark("Document removed"), "decisions saved": mark("Decisions saved"),
    "texts deleted": mark("Texts deleted"), "batch started": mark("Batch started"), "batch done": mark("Batch done"),
    "batch stopped": mark("Batch stopped"), "batch item done": mark("Batch: copy written"),
    "batch item writing": mark("Batch: copy begun"), "batch item failed": mark("Batch: set aside"),
    "vault saved": mark("Pseudonyms saved"), "policy saved": mark("Policy saved"),
    "policy removed": mark("Policy removed"), "passphrase changed": mark("Passphrase changed"),
    "note added": mark("Note added"), "note removed": mark("Note removed"),
    "document reviewed": mark("Document reviewed"), "second check": mark("Second check"),
    "signatures withdrawn": mark("Signatures withdrawn"), "pseudonym renamed": mark("Pseudonym renamed"),
    "pseudonyms merged": mark("Pseudonyms merged"), "pseudonyms turned back": mark("Pseudonyms turned back"),
    "audit exported": mark("Audit trail exported"), "backup written": mark("Backup written"),
    "restored from a backup": mark("Restored from a backup"),
}  # fmt: skip
LANGUAGES = {
    "en": mark("English"), "de": mark("German"), "fr": mark("French"), "es": mark("Spanish"), "it": mark("Italian"),
    "pt": mark("Portuguese"), "nl": mark("Dutch"), "pl": mark("Polish"), "sv": mark("Swedish"), "da": mark("Danish"),
    "no": mark("Norwegian"), "fi": mark("Finnish"), "cs": mark("Czech"), "ro": mark("Romanian"),
    "hu": mark("Hungarian"), "tr": mark("Turkish"), "ru": mark("Russian"), "zh": mark("Chinese"),
    "ar": mark("Arabic"), "ja": mark("Japanese"), "el": mark("Greek"), "uk": mark("Ukrainian"), "hi": mark("Hindi"),
    "ko": mark("Korean"), "he": mark("Hebrew"),
}  # fmt: skip
_TABLES = {
    "type": TYPES, "class": CLASSES, "state": STATES, "operator": OPERATORS, "field": FIELDS, "action": ACTIONS,
    "language": LANGUAGES,
}  # fmt: skip


def title(kind: str, name: str) -> str:
    """The title of a "type", "class", "state", "operator", "field", "action" or "language"; made from the name where it is new."""
    known = _TABLES[kind].get(name)
    return tr(known) if known else name.replace("_", " ").capitalize()


def policy_title(name: str, given: str) -> str:
    """A preset's title in the window's language; a policy of the user's own keeps the title it was given."""
    return tr(POLICIES[name]) if name in POLICIES and given == POLICIES[name] else given
