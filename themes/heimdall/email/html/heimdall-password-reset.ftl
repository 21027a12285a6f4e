<#ftl output_format="HTML">
<#import "heimdall-layout.ftl" as layout>
<@layout.mail title=msg("heimdallPasswordResetTitle") preview=subject>
<@layout.paragraph>${msg("heimdallPasswordResetBody", appName)}</@layout.paragraph>
<@layout.codeBox/>
<@layout.button label=msg("heimdallPasswordResetButton")/>
<@layout.paragraph>${msg("heimdallCodeExpiry", minutes)}</@layout.paragraph>
<@layout.note>${msg("heimdallPasswordResetIgnore")}</@layout.note>
</@layout.mail>
