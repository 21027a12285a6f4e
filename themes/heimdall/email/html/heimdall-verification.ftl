<#ftl output_format="HTML">
<#import "heimdall-layout.ftl" as layout>
<@layout.mail title=msg("heimdallVerificationTitle") preview=subject>
<@layout.paragraph>${msg("heimdallVerificationBody", appName)}</@layout.paragraph>
<@layout.codeBox/>
<@layout.button label=msg("heimdallVerificationButton")/>
<@layout.paragraph>${msg("heimdallCodeExpiry", minutes)}</@layout.paragraph>
<@layout.note>${msg("heimdallVerificationIgnore")}</@layout.note>
</@layout.mail>
