@echo off
rem smp: starts the server and whatever else is done with an installation of SMP; "smp --help" lists it.
rem SMP_HOME   the folder with conf\, data\ and logs\; unless set, the one in which this installation lies
rem JAVA_HOME  a Java 17 or newer; unless set, the one on the PATH
setlocal
set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 goto nojava
for /f "tokens=2 delims=. " %%v in ('"%JAVA%" --version') do (
    if %%v LSS 17 goto nojava
    goto start
)
:start
chcp 65001 >nul
"%JAVA%" -Xmx128m -XX:TieredStopAtLevel=1 -Xshare:auto -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djava.awt.headless=true "-Dsmp.installation=%~dp0.." -cp "%~dp0..\tool\*" org.medexam.smp.tool.command.Smp %*
exit /b %errorlevel%
:nojava
echo Java 17 or newer is needed: install a JDK 17 and set JAVA_HOME 1>&2
exit /b 1
